import type { County, Household, Person } from './county.ts';
import { places } from './places.ts';

export interface Wishes {
  readonly township: string;
  readonly village?: string;
  readonly size?: number;
  /** Members at the end who live there without being assisted. */
  readonly uncovered?: number;
  readonly start?: string;
  readonly category?: 'A' | 'B' | 'C';
  /** Fen a month for the whole household. */
  readonly base?: number;
  readonly categoryAmount?: number;
  readonly account?: string;
  readonly area?: '农村' | '城市';
  /** The head's name, where a story needs certain letters. */
  readonly headName?: string;
}

const categoryFen = { A: 6000, B: 3000, C: 0 };

/** A new household with people, numbers and an account of its own. */
export function newHousehold(county: County, wishes: Wishes): Household {
  const { random } = county;
  const place = places.find(({ township }) => township === wishes.township);
  if (!place) throw new Error('no such township');
  const number = county.number();
  const size = wishes.size ?? random.pick([1, 1, 2, 2, 2, 3, 3, 4]);
  const covered = size - (wishes.uncovered ?? 0);
  const category = wishes.category ?? random.pick(['A', 'A', 'B', 'C'] as const);
  const urban = wishes.area === '城市' || /街道|工作站/.test(wishes.township);
  return {
    id: '230123' + String(200_000 + number * 7),
    certificate: (urban ? '示城低' : '示农低') + String(10_000 + number),
    registrationId: '23012300' + String(40_000_000 + number * 13),
    area: urban ? '城市' : '农村',
    township: wishes.township,
    village: wishes.village ?? random.pick(place.villages),
    members: family(county, size, covered, wishes.headName),
    category,
    base: wishes.base ?? covered * random.whole(urban ? 70 : 36, urban ? 110 : 66) * 500,
    categoryAmount: wishes.categoryAmount ?? categoryFen[category] * covered,
    start: wishes.start ?? `${random.whole(2011, 2019)}-${String(random.whole(1, 12)).padStart(2, '0')}`,
    bank: bankOf(wishes.township),
    account: wishes.account ?? newAccount(county),
  };
}

export const newAccount = (county: County): string =>
  '621785' + String(county.number()).padStart(6, '0') + String(county.random.whole(1_000_000, 9_999_999));

function bankOf(township: string): string {
  if (/街道|工作站/.test(township)) return '邮储银行示例县支行';
  return /东岗|云岭/.test(township) ? '农业银行示例县支行' : '示例县农村信用合作联社';
}

const year = (county: County, low: number, high: number) => county.random.whole(low, high);

function family(county: County, size: number, covered: number, headName: string | undefined): Person[] {
  const headFemale = headName === undefined && county.random.chance(35);
  const headBirth = year(county, 1940, 1978);
  const head = newPerson(county, { relation: '户主', female: headFemale, birthYear: headBirth, name: headName });
  const people = [{ ...head, covered: covered > 0 }];
  const surname = head.name.slice(0, 1);
  for (let at = 1; at < size; at++) {
    const isSpouse = at === 1 && county.random.chance(75);
    const female = isSpouse ? !headFemale : county.random.chance(50);
    const person = newPerson(county, {
      relation: isSpouse ? '配偶' : female ? '女' : '子',
      female,
      birthYear: isSpouse ? headBirth + year(county, -4, 4) : Math.min(2018, headBirth + year(county, 24, 38)),
      name: isSpouse ? undefined : county.names(surname, female),
    });
    people.push({ ...person, covered: at < covered });
  }
  return people;
}

export interface PersonWishes {
  readonly relation: string;
  readonly female: boolean;
  readonly birthYear: number;
  readonly name?: string | undefined;
}

export function newPerson(county: County, { relation, female, birthYear, name }: PersonWishes): Person {
  const birth = { year: birthYear, month: county.random.whole(1, 12), day: county.random.whole(1, 28) };
  return {
    name: name ?? county.names(undefined, female),
    id: county.ids(birth, female),
    female,
    birthYear,
    relation,
    covered: true,
  };
}
