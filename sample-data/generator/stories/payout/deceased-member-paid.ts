import { died, inRoster, inSystem } from '../../world/books.ts';
import { type County, type Household, headOf } from '../../world/county.ts';
import { newHousehold, type Wishes } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';

const rule = 'deceased-member-paid';

/** A member who died before the quarter is still counted in what was paid. */
export function deceasedMemberPaid(county: County): void {
  const three = paid(county, { township: '青松镇', size: 3 });
  died(county, three.members[1] ?? headOf(three), '2020-04-20', '2020-04-22');
  const rest = { account: three.account, basis: 'account' };
  plantPayout(county, rule, 'warning', inHousehold(three), '配偶2020年4月死亡，仍计入', rest);

  const uncovered = paid(county, { township: '柳河镇', size: 3, uncovered: 1 });
  died(county, uncovered.members[2] ?? headOf(uncovered), '2020-03-15');
  nearMiss(county, 'payout', rule, headOf(uncovered), '死亡成员不是保障对象');

  const july = paid(county, { township: '清泉镇', size: 2 });
  died(county, july.members[1] ?? headOf(july), '2020-07-01');
  nearMiss(county, 'payout', rule, headOf(july), '死亡日期是季度首日，不在其前');
}

function paid(county: County, wishes: Wishes): Household {
  const household = newHousehold(county, wishes);
  inRoster(county.quarter, household);
  inSystem(county.quarter, household);
  pay(county.quarter, onList(county.quarter, household));
  return household;
}
