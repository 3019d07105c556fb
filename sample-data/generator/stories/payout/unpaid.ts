import { inRoster, inSystem } from '../../world/books.ts';
import { type County, type Household, headOf, monthlyOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';
import type { ListRow } from '../../world/rows.ts';

const rule = 'unpaid';

/** Due by the list, and no bank row at all. */
export function unpaid(county: County): void {
  const [forgotten, due] = listed(county, '青松镇');
  const account = forgotten.account;
  plantPayout(county, rule, 'error', inHousehold(forgotten), '银行回盘中没有该户', { account, amount: -due.amount });

  const [without, owed] = listed(county, '清泉镇', { account: '' });
  plantPayout(county, rule, 'error', inHousehold(without), '名册没有账号，没有发放', { amount: -owed.amount, actual: '无账号' });

  // Paid across the counter, to an account that the list did not know yet: the number of the head tells whose it is.
  const [known, row] = listed(county, '东岗乡', { account: '无' });
  pay(county.quarter, row, { account: known.account });
  nearMiss(county, 'payout', rule, headOf(known), '名册没有账号，银行按证件号发放');
  const [named, second] = listed(county, '双桥乡', { account: '未采集' });
  pay(county.quarter, second, { account: named.account });
  nearMiss(county, 'payout', rule, headOf(named), '名册没有账号，户名和金额只对得上这一户');
}

function listed(county: County, township: string, changes: Partial<ListRow> = {}): [Household, ListRow] {
  const household = newHousehold(county, { township, size: 1, base: 30_000 + county.random.whole(1, 99) * 100 });
  inRoster(county.quarter, household, changes.account === undefined ? {} : { account: '' });
  inSystem(county.quarter, household, changes.account === undefined ? {} : { account: '' });
  const row = onList(county.quarter, household, changes);
  if (row.amount !== monthlyOf(household) * 3) throw new Error('not the amount due');
  return [household, row];
}
