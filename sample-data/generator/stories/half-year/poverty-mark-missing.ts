import { destitute, inRoster, inSystem, register } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { settle } from '../../world/payments.ts';
import { nearMiss, person, plantHalfYear } from '../../world/plant.ts';

const rule = 'poverty-mark-missing';

/** Registered poor whom the system does not mark. */
export function povertyMarkMissing(county: County): void {
  for (const [township, mark] of [
    ['青松镇', '否'],
    ['双桥乡', ''],
  ] as const) {
    const household = newHousehold(county, { township, size: 2 });
    inRoster(county.halfYear, household);
    inSystem(county.halfYear, household, { mark });
    register(county, household);
    settle(county, household);
    const story = mark ? '建档立卡低保户，系统标识为“否”' : '建档立卡低保户，系统标识未填';
    for (const member of household.members) plantHalfYear(county, rule, 'error', person(household, member), story);
  }
  unmarkedDestitute(county);
  onlyStoppedRow(county);
}

function unmarkedDestitute(county: County): void {
  const household = newHousehold(county, { township: '东岗乡', size: 1, category: 'A', categoryAmount: 0, base: 36_400 });
  register(county, household, { attribute: '特困供养贫困户' });
  destitute(county.halfYear, household, '否');
  // The county's own book does not have the 特困: the system says where they live and who is head.
  plantHalfYear(county, rule, 'error', person(household), '建档立卡特困人员，系统标识为“否”');
}

/** Left dibao last year: an old unmarked row of the system is no assistance. */
function onlyStoppedRow(county: County): void {
  const household = newHousehold(county, { township: '柳河镇', size: 1 });
  inRoster(county.halfYear, household, { status: '停保', end: '2019-11' });
  inSystem(county.halfYear, household, { status: '停保', end: '2019-11' });
  register(county, household, { attribute: '一般贫困户' });
  nearMiss(county, 'half-year', rule, headOf(household), '系统中已于2019年11月停保');
}
