import { destitute, died, inRoster, inSystem, register } from '../world/books.ts';
import { type County, coveredOf, type Household } from '../world/county.ts';
import { newHousehold, newPerson, type Wishes } from '../world/households.ts';
import { settle } from '../world/payments.ts';
import { type Place, ruralPlaces, urbanPlaces } from '../world/places.ts';
import { person, plantHalfYear } from '../world/plant.ts';

/** A rural dibao household of the half-year, in book and system; registered as poor and so marked. Nothing is wrong with it. */
export function registeredAssisted(county: County, wishes: Wishes): Household {
  const household = newHousehold(county, wishes);
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household, { mark: '是' });
  register(county, household);
  settle(county, household);
  return household;
}

/** A rural dibao household that nobody registered as poor: normal, and kept as a list. */
export function onlyAssisted(county: County, wishes: Wishes, story = '农村低保户，未建档立卡'): Household {
  const household = newHousehold(county, wishes);
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household);
  settle(county, household);
  plantUnregistered(county, household, story);
  return household;
}

/** Every assisted member of a household without registration stands on one of two lists, by the year of its start. */
export function plantUnregistered(county: County, household: Household, story: string): void {
  const isNew = household.start.startsWith('2020');
  for (const member of coveredOf(household)) {
    if (isNew) plantHalfYear(county, 'newly-assisted-not-registered', 'notice', person(household, member), story);
    else plantHalfYear(county, 'assisted-not-registered', 'list', person(household, member), story);
  }
}

/** Out of poverty, with an income well above the standard, and without dibao. */
export function onlyRegistered(county: County, wishes: Wishes): Household {
  const household = newHousehold(county, wishes);
  const file = county.random.chance(30) ? 'exited-2019' : 'exited-earlier';
  register(county, household, { attribute: '一般贫困户' }, file);
  return household;
}

/** The many households about which there is nothing to say. */
export function ordinaryHouseholds(county: County): void {
  for (const place of ruralPlaces) {
    // The book of 双桥乡 has one row a household, in which a member cannot be marked as not assisted.
    const uncovered = () => (place.township !== '双桥乡' && county.random.chance(15) ? { size: 3, uncovered: 1 } : {});
    many(17, () => registeredAssisted(county, { township: place.township, ...uncovered() }));
    many(18, () => onlyAssisted(county, { township: place.township, ...uncovered() }));
    many(16, () => onlyRegistered(county, { township: place.township }));
    many(place.township === '红星农场' ? 0 : 6, () => supported(county, place));
  }
  for (const { township } of urbanPlaces) many(36, () => onlyUrban(county, township));
  many(40, () => buried(county));
}

export function onlyUrban(county: County, township: string): Household {
  const household = newHousehold(county, { township });
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household);
  settle(county, household);
  return household;
}

function supported(county: County, { township }: Place): void {
  const household = newHousehold(county, { township, size: 1, base: 36_400, category: 'A', categoryAmount: 0 });
  const isRegistered = county.random.chance(50);
  destitute(county.halfYear, household, isRegistered ? '是' : '否');
  if (isRegistered) register(county, household, { attribute: '特困供养贫困户' });
}

/** A death in a family that receives nothing. */
function buried(county: County): void {
  const female = county.random.chance(50);
  const dead = newPerson(county, { relation: '', female, birthYear: county.random.whole(1932, 1968) });
  const month = county.random.whole(1, 6);
  const day = county.random.whole(1, 25);
  const date = (plus: number) => `2020-${String(month).padStart(2, '0')}-${String(day + plus).padStart(2, '0')}`;
  died(county, dead, date(0), date(2));
}

function many(times: number, make: () => unknown): void {
  for (let at = 0; at < times; at++) make();
}
