import { inRoster, inSystem } from '../../world/books.ts';
import { type County, type Household, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { fail, onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';
import type { ListRow } from '../../world/rows.ts';

const rule = 'payment-failed';

/** The bank tried, and nothing arrived: refused, sent back, or still under way. */
export function paymentFailed(county: County): void {
  for (const [township, reason] of [
    ['青松镇', '账号户名不符'],
    ['柳河镇', '账户已销户'],
    ['东岗乡', '账户已冻结'],
    ['双桥乡', '卡已挂失'],
    ['城关街道', '账号不存在'],
  ] as const) {
    const [household, row] = listed(county, township);
    fail(county.quarter, row, reason);
    plant(county, household, row, `银行退单：${reason}`);
  }

  const [returned, first] = listed(county, '柳河镇');
  pay(county.quarter, first);
  fail(county.quarter, first, '退汇', { result: '退回', paidOn: '2020-07-08' });
  plant(county, returned, first, '7月6日发放成功，7月8日退回，没有补发');

  const [pending, row] = listed(county, '青松镇');
  fail(county.quarter, row, '', { result: '处理中', paid: undefined });
  plant(county, pending, row, '银行仍在处理');

  reissued(county);
}

function listed(county: County, township: string): [Household, ListRow] {
  const household = newHousehold(county, { township, size: 2 });
  inRoster(county.quarter, household);
  inSystem(county.quarter, household);
  return [household, onList(county.quarter, household)];
}

function plant(county: County, household: Household, row: ListRow, story: string): void {
  const rest = { account: household.account, amount: -row.amount, basis: 'account' };
  plantPayout(county, rule, 'error', inHousehold(household), story, rest);
}

/** Refused or returned, and paid again in time. */
function reissued(county: County): void {
  const again = { file: 'reissued', paidOn: '2020-07-09' } as const;
  const [refused, first] = listed(county, '青松镇');
  fail(county.quarter, first, '账号户名不符');
  pay(county.quarter, first, again);
  nearMiss(county, 'payout', rule, headOf(refused), '7月6日失败，7月9日补发成功');
  const [returned, second] = listed(county, '柳河镇');
  pay(county.quarter, second);
  fail(county.quarter, second, '退汇', { result: '退回', paidOn: '2020-07-08' });
  pay(county.quarter, second, again);
  nearMiss(county, 'payout', rule, headOf(returned), '退回后7月9日补发成功');
  nearMiss(county, 'payout', 'payment-duplicated', headOf(returned), '前一笔已退回，不是重复发放');
}
