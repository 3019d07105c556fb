import { inRoster, inSystem } from '../../world/books.ts';
import { type County, type Household, headOf, monthlyOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';
import type { ListRow } from '../../world/rows.ts';

const rule = 'list-amount-mismatch';

/** The list is not what the system approved; the bank paid the list to the fen, so the payout itself agrees. */
export function listAmountMismatch(county: County): void {
  const plain = listed(county, '清泉镇', {}, (row) => ({ base: row.base + 6000, amount: row.amount + 6000 }));
  plant(county, plain, 6000, '名册比系统核定多60元');

  // Forgotten: the amount for the category, three months of it.
  const forgotten = listed(county, '双桥乡', { category: 'A', size: 2 }, (row) => ({
    categoryAmount: 0,
    amount: row.amount - row.categoryAmount,
  }));
  plant(county, forgotten, -3 * forgotten.categoryAmount, '名册漏计分类施保金三个月');

  const subsidy = listed(county, '清泉镇', {}, (row) => ({ other: 4500, amount: row.amount + 4500 }));
  nearMiss(county, 'payout', rule, headOf(subsidy), '多出的是其他补贴');
  const twoMonths = listed(county, '双桥乡', {}, (row) => ({
    months: '2',
    base: (row.base / 3) * 2,
    categoryAmount: (row.categoryAmount / 3) * 2,
    amount: row.monthly * 2,
  }));
  nearMiss(county, 'payout', rule, headOf(twoMonths), '发放月数为2');
}

function listed(
  county: County,
  township: string,
  wishes: { category?: 'A'; size?: number },
  change: (row: ListRow) => Partial<ListRow>,
): Household {
  const household = newHousehold(county, { township, ...wishes });
  inRoster(county.quarter, household);
  inSystem(county.quarter, household);
  const row = onList(county.quarter, household);
  Object.assign(row, change(row));
  pay(county.quarter, row);
  return household;
}

function plant(county: County, household: Household, more: number, story: string): void {
  const due = monthlyOf(household) * 3;
  const amounts = { expected: yuan(due), actual: yuan(due + more), amount: more };
  plantPayout(county, rule, 'error', inHousehold(household), story, amounts);
}

const yuan = (fen: number) => (fen / 100).toFixed(2);
