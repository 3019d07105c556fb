import type { Claim } from '../../../schemas/claim.ts';
import type { BankRow } from '../../../schemas/sources/rows.ts';
import { dayText } from '../../../schemas/values/day.ts';
import type { Fen } from '../../../schemas/values/money.ts';
import { fileDayRule } from '../rule.ts';

const isBefore = (one: BankRow, other: BankRow) =>
  one.paidOn! < other.paidOn! || (one.paidOn === other.paidOn && one.index < other.index);

/** 特殊情况: the claim settles an earlier quarter, or an attempt before this one came to nothing. */
const hasReason = (claim: Claim | undefined, row: BankRow) =>
  claim !== undefined &&
  (claim.failedRows.some((failed) => isBefore(failed, row)) || claim.rows.some(({ kind }) => kind === '补发'));

export const paymentLate = fileDayRule({
  id: 'payment-late',
  title: '超期发放',
  valueHeadings: ['应于此日前', '实际发放日与笔数'],
  clause: '三-3',
  severities: ['warning'],
  needs: ['payment-list', 'bank-payout'],
  restsOn: ['paidOn'],
  money: true,
  periodic: true,
  message: '银行文件“{file}”中有{rows}笔、共{amount}元于{day}发放，晚于规定日期{expected}，请说明延期原因。',

  find: ({ file, day, rows }, { claims, dueDate }) => {
    if (claims === undefined || dueDate === undefined || day <= dueDate) return [];
    const late = rows.filter((row) => !hasReason(claims.claims[claims.claimOf(row)], row));
    if (late.length === 0) return [];
    return [
      {
        expected: dayText(dueDate),
        actual: `${dayText(day)}，${late.length}笔`,
        amount: late.reduce((sum, row) => sum + claims.paidBy(row), 0) as Fen,
        // A late batch is one event; its first row leads to all of them.
        at: [late[0]!],
        values: { file, day: dayText(day), rows: String(late.length) },
      },
    ];
  },
});
