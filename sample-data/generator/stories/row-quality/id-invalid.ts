import { inRoster, inSystem, register } from '../../world/books.ts';
import { type County, type Household, headOf, type Person } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, nobody, person, plantHalfYear, plantPayout, registeredHousehold } from '../../world/plant.ts';
import { withCheckCharacter, withWrongCheckCharacter } from '../../world/resident-ids.ts';

const rule = 'id-invalid';

/** Numbers that cannot be right, and numbers that only look so. */
export function idInvalid(county: County): void {
  wrongEverywhere(county);
  impossibleBirthDate(county);
  oneDigitShort(county);
  for (const [story, write] of oddButRight) nearMiss(county, 'half-year', rule, writtenOddly(county, write), story);
  foreigner(county);
  inQuarter(county);
}

/** Typed wrongly once and copied ever since: three rows, and still one person. */
function wrongEverywhere(county: County): void {
  const right = newHousehold(county, { township: '青松镇', size: 1 });
  const head: Person = { ...headOf(right), id: withWrongCheckCharacter(headOf(right).id) };
  const household: Household = { ...right, members: [head] };
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household, { mark: '是' });
  register(county, household);
  const story = '证件号校验码错误，三个来源同样错';
  plantHalfYear(county, rule, 'warning', inHousehold(household), story + '（台账）');
  plantHalfYear(county, rule, 'warning', inHousehold(household), story + '（系统）');
  plantHalfYear(county, rule, 'warning', registeredHousehold(household), story + '（建档名册）');
}

function impossibleBirthDate(county: County): void {
  const household = newHousehold(county, { township: '双桥乡', size: 1 });
  const id = withCheckCharacter('230123' + '19630230' + '112');
  register(county, household, { id, attribute: '一般贫困户' });
  plantHalfYear(county, rule, 'warning', registeredHousehold(household, { ...headOf(household), id }), '出生日期为2月30日');
}

/** 17 digits match nothing; name and village still suggest who it is. */
function oneDigitShort(county: County): void {
  const household = newHousehold(county, { township: '柳河镇', village: '新立村', size: 1 });
  const id = headOf(household).id.slice(0, 17);
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household, { id, headId: id, mark: '是' });
  register(county, household);
  const story = '系统证件号少一位';
  plantHalfYear(county, rule, 'warning', inHousehold(household, { ...headOf(household), id }), story);
  plantHalfYear(county, 'id-suspect', 'error', person(household), story, { basis: 'no-id' });
}

const wide = (text: string) => [...text].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join('');

const oddButRight: readonly [string, (id: string) => string][] = [
  ['15位旧证号', (id) => id.slice(0, 6) + id.slice(8, 17)],
  ['全角数字', wide],
  ['前面多一个撇号', (id) => `'${id}`],
  ['中间有空格', (id) => `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`],
  ['填的是残疾人证号', (id) => `${id}42`],
];

/** Right in book and system, odd but readable in the registration: one person, and no finding. */
function writtenOddly(county: County, write: (id: string) => string): Person {
  const household = newHousehold(county, { township: '青松镇', size: 1 });
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household, { mark: '是' });
  register(county, household, { id: write(headOf(household).id) });
  return headOf(household);
}

/** A wife from abroad with a permanent residence card: 18 digits that begin with 9 and check like any other. */
function foreigner(county: County): void {
  const household = newHousehold(county, { township: '东岗乡', size: 2 });
  const wife = { ...household.members[1]!, id: withCheckCharacter('911643' + '19830917' + '002') };
  const mixed = { ...household, members: [headOf(household), wife] };
  inRoster(county.halfYear, mixed);
  inSystem(county.halfYear, mixed, { mark: '是' });
  register(county, mixed);
  nearMiss(county, 'half-year', rule, wife, '外国人永久居留身份证');
}

/** On the list and in the bank's file the number is mistyped; household number and account still say whose it is. */
function inQuarter(county: County): void {
  const household = newHousehold(county, { township: '东岗乡', size: 1 });
  inRoster(county.quarter, household);
  inSystem(county.quarter, household);
  const headId = withWrongCheckCharacter(headOf(household).id);
  const wrong = { name: headOf(household).name, id: headId };
  pay(county.quarter, onList(county.quarter, household, { headId }));
  plantPayout(county, rule, 'warning', inHousehold(household, wrong), '发放名册证件号校验码错误');
  plantPayout(county, rule, 'warning', { ...nobody, ...wrong }, '银行回盘证件号校验码错误');
}
