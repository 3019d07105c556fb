import { inRoster, inSystem } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';

const rule = 'payment-duplicated';

/** The whole amount, twice. */
export function paymentDuplicated(county: County): void {
  const listed = (township: string) => {
    const household = newHousehold(county, { township, size: 2, base: 50_000, categoryAmount: 6000 });
    inRoster(county.quarter, household);
    inSystem(county.quarter, household);
    return { household, row: onList(county.quarter, household) };
  };
  const twice = listed('青松镇');
  pay(county.quarter, twice.row);
  pay(county.quarter, twice.row, { file: 'reissued', paidOn: '2020-07-09' });
  const rest = { account: twice.household.account, amount: twice.row.amount, basis: 'account' };
  plantPayout(county, rule, 'error', inHousehold(twice.household), '第一批和补发批各发一次', rest);

  const halves = listed('柳河镇');
  for (const paidOn of ['2020-07-06', '2020-07-08'])
    pay(county.quarter, halves.row, { paidOn, requested: halves.row.amount / 2, paid: halves.row.amount / 2 });
  nearMiss(county, 'payout', rule, headOf(halves.household), '分两笔发放，合计正好');
}
