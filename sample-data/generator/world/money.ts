import type { County } from './county.ts';

/**
 * Where the quarter's money went, in fen, from what the stories planted: the list and the bank's rows are added up as they
 * stand, and what went wrong is the sum of the findings that say so.
 */
export function expectedMoney({ quarter, payoutFindings, toRecover }: County): Readonly<Record<string, number>> {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const planted = (rule: string, sign: 1 | -1) =>
    sum(payoutFindings.flatMap(({ rule: own, amount = 0 }) => (own === rule && amount * sign > 0 ? [amount * sign] : [])));
  const listed = sum(quarter.list.map(({ kind, amount }) => (kind === '扣减' ? -amount : amount)));
  const recover = sum(toRecover.map(({ due }) => due));
  const of = (result: string) => quarter.bank.filter((row) => row.result === result);
  // A returned row takes the whole of an earlier payment back.
  const bankPaid = sum(of('成功').map(({ paid = 0 }) => paid)) - sum(of('退回').map(({ requested }) => requested));
  const unlisted = planted('payment-unlisted', 1);
  // Where nothing was due, all that was paid is too much, and no more than that: the finding counts from below zero.
  const overpaid = planted('payment-duplicated', 1) + planted('payment-amount-mismatch', 1) + recover;
  return {
    listed,
    due: listed - recover,
    toRecover: recover,
    unpaid: planted('unpaid', -1),
    failed: planted('payment-failed', -1),
    short: planted('payment-amount-mismatch', -1),
    bankPaid,
    overpaid,
    unlisted,
    settled: bankPaid - overpaid - unlisted,
  };
}
