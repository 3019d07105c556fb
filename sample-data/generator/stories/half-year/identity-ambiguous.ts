import { inRoster, inSystem, register } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { settle } from '../../world/payments.ts';
import { inHousehold, person, plantHalfYear, registeredHousehold } from '../../world/plant.ts';

/**
 * Two registered people of one name and village without a number, and one assisted: either may be meant, so nobody is
 * joined, all three are named, and what is said of the assisted one is said with doubt.
 */
export function identityAmbiguous(county: County): void {
  const rule = 'identity-ambiguous';
  const place = { township: '东岗乡', village: '团结村', size: 1 };
  const household = newHousehold(county, { ...place, start: '2016-03' });
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household, { mark: '是' });
  settle(county, household);
  const story = '同村同名两人无证件号，无法确定是谁';
  plantHalfYear(county, rule, 'warning', inHousehold(household), story);
  plantHalfYear(county, 'assisted-not-registered', 'notice', person(household), story);
  plantHalfYear(county, 'poverty-mark-unfounded', 'notice', person(household), story);

  for (let at = 0; at < 2; at++) {
    const namesake = newHousehold(county, { ...place, headName: headOf(household).name });
    register(county, namesake, { id: '', attribute: '一般贫困户' });
    const nameless = registeredHousehold(namesake, { name: headOf(household).name, id: '' });
    plantHalfYear(county, rule, 'warning', nameless, story);
    plantHalfYear(county, 'id-missing', 'warning', nameless, story);
  }
}
