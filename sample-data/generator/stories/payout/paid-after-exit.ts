import { died, inRoster, inSystem } from '../../world/books.ts';
import { type County, type Household, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';

const rule = 'paid-after-exit';

/** Assistance was over before the quarter began, or nobody of the household was alive, and money was paid. */
export function paidAfterExit(county: County): void {
  for (const [township, end, story] of [
    ['清泉镇', '2020-06', '截止保障年月2020年6月，仍发放'],
    ['青松镇', '', '状态停保、无停保日期，仍发放'],
  ] as const) {
    const household = newHousehold(county, { township, size: 2 });
    for (const enter of [inRoster, inSystem]) enter(county.quarter, household, { status: '停保', end });
    const amount = paid(county, household);
    const subject = inHousehold(household);
    plantPayout(county, rule, 'error', subject, story, { account: household.account, amount, basis: 'account' });
    plantPayout(county, 'list-unfounded-household', 'error', subject, story, { expected: '无', actual: '有' });
  }

  const alone = newHousehold(county, { township: '东岗乡', size: 1 });
  for (const enter of [inRoster, inSystem]) enter(county.quarter, alone);
  died(county, headOf(alone), '2020-05-11');
  const rest = { account: alone.account, amount: paid(county, alone), basis: 'account' };
  plantPayout(county, rule, 'error', inHousehold(alone), '单人户户主2020年5月死亡，仍发放', rest);

  const widow = newHousehold(county, { township: '双桥乡', size: 2 });
  for (const enter of [inRoster, inSystem]) enter(county.quarter, widow);
  died(county, headOf(widow), '2020-06-25');
  paid(county, widow);
  const dead = { account: widow.account, basis: 'account' };
  plantPayout(county, 'deceased-member-paid', 'warning', inHousehold(widow), '户主死亡，配偶仍在户中', dead);
  nearMiss(county, 'payout', rule, headOf(widow), '户主死亡，但户中还有在世成员');
}

function paid(county: County, household: Household): number {
  const row = onList(county.quarter, household);
  pay(county.quarter, row);
  return row.amount;
}
