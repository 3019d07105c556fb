import { inRoster, inSystem } from '../../world/books.ts';
import type { County, Household } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { fail, onList, pay } from '../../world/payments.ts';
import { nobody, plantPayout } from '../../world/plant.ts';
import type { ListRow } from '../../world/rows.ts';

const rule = 'payment-late';

/** A batch of 东岗乡 was paid after the 10th; some of its rows, and a whole later batch, are late for a reason. */
export function paymentLate(county: County): void {
  const onThe15th = lateOn(county, '2020-07-15', 8);
  const onThe16th = lateOn(county, '2020-07-16', 2);
  const due = '2020-07-10';
  const late = '农行第二批迟于10日发放';
  plantPayout(county, rule, 'warning', nobody, `${late}（15日）`, { expected: due, amount: onThe15th });
  plantPayout(county, rule, 'warning', nobody, `${late}（16日）`, { expected: due, amount: onThe16th });

  // What was paid again after a failure, and to a household with a 补发, is not among the sums above.
  const row = listed(county, '东岗乡');
  fail(county.quarter, row, '账户长期不动户');
  pay(county.quarter, row, { file: 'late', paidOn: '2020-07-15' });

  const added = onRoll(county, '东岗乡');
  const normal = onList(county.quarter, added);
  const more = onList(county.quarter, added, { kind: '补发', base: 9000, categoryAmount: 0, amount: 9000, months: '' });
  pay(county.quarter, normal);
  pay(county.quarter, more, { file: 'late', paidOn: '2020-07-15' });

  onlyExcused(county);
}

/** Pays so many households of 东岗乡 on that day and tells the sum. */
function lateOn(county: County, paidOn: string, households: number): number {
  let sum = 0;
  for (let at = 0; at < households; at++) {
    const row = listed(county, '东岗乡');
    pay(county.quarter, row, { file: 'late', paidOn });
    sum += row.amount;
  }
  return sum;
}

/** A file in which every row was refused or returned before: no finding. */
function onlyExcused(county: County): void {
  for (const reason of ['账号户名不符', '账户状态异常']) {
    const row = listed(county, '青松镇');
    fail(county.quarter, row, reason);
    pay(county.quarter, row, { file: 'excused', paidOn: '2020-07-20' });
  }
}

function listed(county: County, township: string): ListRow {
  return onList(county.quarter, onRoll(county, township));
}

function onRoll(county: County, township: string): Household {
  const household = newHousehold(county, { township });
  inRoster(county.quarter, household);
  inSystem(county.quarter, household);
  return household;
}
