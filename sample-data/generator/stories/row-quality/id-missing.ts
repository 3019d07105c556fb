import { inRoster, inSystem, register } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay, settle } from '../../world/payments.ts';
import { inHousehold, nearMiss, person, plantHalfYear, plantPayout } from '../../world/plant.ts';

/** The number is blank where there must be one. */
export function idMissing(county: County): void {
  inHalfYear(county);
  inQuarter(county);
}

/** A child whose number nobody entered in the county's book. The system and the registration have it. */
function inHalfYear(county: County): void {
  const household = newHousehold(county, { township: '柳河镇', village: '柳河村', size: 3 });
  const [, , child] = inRoster(county.halfYear, household);
  inSystem(county.halfYear, household, { mark: '是' });
  register(county, household);
  settle(county, household);
  if (!child) throw new Error('no child');
  const known = household.members[2] ?? headOf(household);
  child.id = '';
  const story = '台账未填证件号，系统与建档名册有同村同名者';
  plantHalfYear(county, 'id-missing', 'warning', inHousehold(household, { name: child.name, id: '' }), story);
  plantHalfYear(county, 'id-suspect', 'error', person(household, known), story, { basis: 'no-id' });
  nearMiss(county, 'half-year', 'household-split', headOf(household), '缺证件号的成员按同村同名认作同一人');
}

function inQuarter(county: County): void {
  const household = newHousehold(county, { township: '清泉镇', size: 1 });
  inRoster(county.quarter, household);
  inSystem(county.quarter, household);
  pay(county.quarter, onList(county.quarter, household, { headId: '' }));
  const subject = inHousehold(household, { name: headOf(household).name, id: '' });
  plantPayout(county, 'id-missing', 'warning', subject, '发放名册未填户主证件号');
}
