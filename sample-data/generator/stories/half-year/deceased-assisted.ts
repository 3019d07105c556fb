import { died, inRoster, inSystem, register } from '../../world/books.ts';
import { type County, type Household, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { nearMiss, nobody, person, plantHalfYear } from '../../world/plant.ts';
import { withWrongCheckCharacter } from '../../world/resident-ids.ts';
import { registeredAssisted } from '../ordinary.ts';

const rule = 'deceased-assisted';

/** Dead, and still assisted on the day of the comparison. */
export function deceasedAssisted(county: County): void {
  const early = poor(county, '青松镇');
  died(county, headOf(early), '2020-03-02', '2020-03-04');
  plantHalfYear(county, rule, 'error', person(early), '2020年3月2日死亡，仍在保');

  const town = newHousehold(county, { township: '河西社区工作站', size: 2 });
  inRoster(county.halfYear, town);
  inSystem(county.halfYear, town);
  const dead = town.members.at(-1) ?? headOf(town);
  died(county, dead, '2020-05-30');
  plantHalfYear(county, rule, 'error', person(town, dead), '城市低保对象2020年5月30日死亡，仍在保');

  const june = poor(county, '东岗乡');
  died(county, headOf(june), '2020-06-12');
  plantHalfYear(county, rule, 'notice', person(june), '2020年6月12日死亡，在正常停保时限内');

  otherNumber(county);

  const july = registeredAssisted(county, { township: '柳河镇', size: 1 });
  died(county, headOf(july), '2020-07-03');
  nearMiss(county, 'half-year', rule, headOf(july), '死亡日期在比对日之后');
  stopped(county);
}

const poor = (county: County, township: string): Household => {
  const household = newHousehold(county, { township, size: 1 });
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household, { mark: '是' });
  register(county, household);
  return household;
};

/** The funeral home mistyped the number: the dead person is suspected, not known. */
function otherNumber(county: County): void {
  const household = poor(county, '清泉镇');
  const wrong = { name: headOf(household).name, id: withWrongCheckCharacter(headOf(household).id) };
  // By July the funeral home had corrected it.
  county.halfYear.deaths.push({ ...wrong, died: '2020-04-18', cremated: '2020-04-20' });
  county.quarter.deaths.push({ name: wrong.name, id: headOf(household).id, died: '2020-04-18', cremated: '2020-04-20' });
  const story = '死亡名册证件号差一位，疑似同一人';
  plantHalfYear(county, rule, 'warning', person(household), story, { basis: 'near-id' });
  plantHalfYear(county, 'id-suspect', 'error', person(household), story, { basis: 'near-id' });
  plantHalfYear(county, 'id-invalid', 'warning', { ...nobody, ...wrong }, story);
}

function stopped(county: County): void {
  const household = newHousehold(county, { township: '青松镇', size: 1 });
  inRoster(county.halfYear, household, { status: '停保', end: '2020-02' });
  inSystem(county.halfYear, household, { status: '停保', end: '2020-02' });
  died(county, headOf(household), '2020-02-09');
  nearMiss(county, 'half-year', rule, headOf(household), '死亡后已停保');
}
