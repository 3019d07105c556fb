import { inRoster, inSystem, register } from '../../world/books.ts';
import { type County, type Household, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { settle } from '../../world/payments.ts';
import { inHousehold, nearMiss, person, plantHalfYear, registeredHousehold } from '../../world/plant.ts';
import { withWrongCheckCharacter } from '../../world/resident-ids.ts';
import { plantUnregistered } from '../ordinary.ts';

const rule = 'id-suspect';

/** Two id numbers that are suspected to be one person's: each of the three ways, and those that must not be joined. */
export function idSuspect(county: County): void {
  digitsLost(county);
  digitMistyped(county);
  digitsSwapped(county);
  numberMissing(county);
  namesakeElsewhere(county);
  twoDigitsApart(county);
}

function poor(county: County, township: string, village: string): Household {
  const household = newHousehold(county, { township, village, size: 1, start: '2015-06' });
  inSystem(county.halfYear, household, { mark: '是' });
  settle(county, household);
  return household;
}

/** A spreadsheet kept 15 digits of the number in the county's book. */
function digitsLost(county: County): void {
  const household = poor(county, '青松镇', '前进村');
  const lost = headOf(household).id.slice(0, 15) + '000';
  inRoster(county.halfYear, household, { id: lost, headId: lost });
  register(county, household);
  const story = '台账证件号末三位被表格软件变成000';
  plantHalfYear(county, rule, 'error', person(household), story, { basis: 'lost-digits' });
  plantHalfYear(county, 'id-invalid', 'warning', inHousehold(household, { ...headOf(household), id: lost }), story);
}

function nearId(county: County, township: string, village: string, story: string, mistype: (id: string) => string): void {
  const household = poor(county, township, village);
  inRoster(county.halfYear, household);
  const wrong = { name: headOf(household).name, id: mistype(headOf(household).id) };
  register(county, household, { id: wrong.id });
  plantHalfYear(county, rule, 'error', person(household), story, { basis: 'near-id' });
  plantHalfYear(county, 'id-invalid', 'warning', registeredHousehold(household, wrong), story);
}

function digitMistyped(county: County): void {
  nearId(county, '柳河镇', '新立村', '建档名册证件号校验码录错一位', withWrongCheckCharacter);
}

function digitsSwapped(county: County): void {
  // Positions 15 and 16 of the sequence; equal neighbours would make no mistake, so another pair is taken then.
  nearId(county, '东岗乡', '西岗村', '建档名册证件号相邻两位颠倒', (id) => {
    const at = id[15] === id[16] ? 14 : 15;
    return id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2);
  });
}

function numberMissing(county: County): void {
  const household = poor(county, '清泉镇', '石桥村');
  inRoster(county.halfYear, household);
  register(county, household, { id: '' });
  const story = '建档名册没有证件号，同村同名';
  plantHalfYear(county, rule, 'error', person(household), story, { basis: 'no-id' });
  plantHalfYear(county, 'id-missing', 'warning', registeredHousehold(household, { name: headOf(household).name, id: '' }), story);
}

/** The same name without a number, in another village: two people, until somebody knows better. */
function namesakeElsewhere(county: County): void {
  const household = newHousehold(county, { township: '柳河镇', village: '柳河村', size: 1, start: '2013-10' });
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household);
  settle(county, household);
  const story = '同名者在另一村，无证件号，不能认作同一人';
  plantUnregistered(county, household, story);
  const namesake = { ...household, village: '永丰村' };
  register(county, namesake, { id: '', attribute: '一般贫困户' });
  const nameless = { name: headOf(household).name, id: '' };
  plantHalfYear(county, 'id-missing', 'warning', registeredHousehold(namesake, nameless), '建档名册没有证件号');
  nearMiss(county, 'half-year', rule, headOf(household), story);
}

/** Two digits differ: no near number. */
function twoDigitsApart(county: County): void {
  const household = newHousehold(county, { township: '青松镇', village: '三合村', size: 1, start: '2012-02' });
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household);
  settle(county, household);
  const story = '同村同名，证件号差两位以上，是两个人';
  plantUnregistered(county, household, story);
  const other = newHousehold(county, { township: '青松镇', village: '三合村', size: 1, headName: headOf(household).name });
  register(county, other, { attribute: '一般贫困户' });
  nearMiss(county, 'half-year', rule, headOf(household), story);
}
