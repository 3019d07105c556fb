import { inRoster, inSystem } from '../../world/books.ts';
import { type County, type Household, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';
import type { ListRow } from '../../world/rows.ts';

const rule = 'payment-amount-mismatch';

/** Paid, and not what was due: less, more, or something where nothing was due any more. */
export function paymentAmountMismatch(county: County): void {
  const [short, less] = listed(county, '青松镇');
  pay(county.quarter, less, { requested: less.amount - 10_000, paid: less.amount - 10_000 });
  plant(county, short, -10_000, '少发100元');

  const [over, more] = listed(county, '清泉镇');
  pay(county.quarter, more, { requested: more.amount + 3050, paid: more.amount + 3050 });
  plant(county, over, 3050, '多发30.50元');

  const [recover, normal] = listed(county, '双桥乡');
  takeOff(county, recover, normal.amount + 5000);
  county.toRecover.push({ due: -5000 });
  pay(county.quarter, normal);
  plant(county, recover, normal.amount + 5000, '扣减大于应发，仍按正常金额发放');

  addedAndTakenOff(county);
}

function listed(county: County, township: string): [Household, ListRow] {
  const household = newHousehold(county, { township, size: 2 });
  inRoster(county.quarter, household);
  inSystem(county.quarter, household);
  return [household, onList(county.quarter, household)];
}

const extra = (kind: '补发' | '扣减', amount: number): Partial<ListRow> => ({
  kind,
  amount,
  base: amount,
  categoryAmount: 0,
  months: '',
});

const takeOff = (county: County, household: Household, amount: number): ListRow =>
  onList(county.quarter, household, extra('扣减', amount));

function plant(county: County, household: Household, amount: number, story: string): void {
  const rest = { account: household.account, amount, basis: 'account' };
  plantPayout(county, rule, 'error', inHousehold(household), story, rest);
}

/** 补发 and 扣减 that the bank followed, in one transfer or in two. */
function addedAndTakenOff(county: County): void {
  const [less, row] = listed(county, '清泉镇');
  takeOff(county, less, 4000);
  pay(county.quarter, row, { requested: row.amount - 4000, paid: row.amount - 4000 });
  nearMiss(county, 'payout', rule, headOf(less), '扣减40元，银行按扣减后金额发放');

  const [more, first] = listed(county, '双桥乡');
  const added = onList(county.quarter, more, extra('补发', 12_000));
  pay(county.quarter, first);
  pay(county.quarter, added);
  nearMiss(county, 'payout', rule, headOf(more), '正常和补发分两笔发放');
}
