import { inRoster, inSystem, register } from '../../world/books.ts';
import { type County, coveredOf, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { settle } from '../../world/payments.ts';
import { nearMiss, person, plantHalfYear } from '../../world/plant.ts';
import { plantUnregistered } from '../ordinary.ts';

const rule = 'poverty-mark-unfounded';

/** Marked as registered poor, and in no registration: never registered, or only as a household at the edge of poverty. */
export function povertyMarkUnfounded(county: County): void {
  marked(county, '柳河镇', '系统标注建档立卡，建档名册中没有');
  const edge = marked(county, '东岗乡', '系统标注建档立卡，实为边缘户');
  register(county, edge, { attribute: '其他', status: '边缘', exitYear: '', income: '5100' }, 'monitored');

  // A member who is not assisted may carry the mark of the household: it says nothing.
  const household = newHousehold(county, { township: '清泉镇', size: 3, uncovered: 1 });
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household, { mark: '是' });
  register(county, { ...household, members: coveredOf(household) });
  settle(county, household);
  const grandchild = household.members[2] ?? headOf(household);
  nearMiss(county, 'half-year', rule, grandchild, '系统标注建档立卡，但不是保障对象');
}

function marked(county: County, township: string, story: string) {
  const household = newHousehold(county, { township, size: 2, start: '2017-09' });
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household, { mark: '是' });
  settle(county, household);
  plantUnregistered(county, household, story);
  for (const member of household.members) plantHalfYear(county, rule, 'error', person(household, member), story);
  return household;
}
