import { failureClass, failureLabels } from '../../../schemas/sources/failure-reason.ts';
import type { BankRow } from '../../../schemas/sources/rows.ts';
import type { Fen } from '../../../schemas/values/money.ts';
import { claimRule } from '../rule.ts';
import { claimVerdict, dueAndPaid } from './claim-verdict.ts';

/** The class first, so that a filter finds all of a kind, then the bank's own words. */
function reasonText(row: BankRow): string {
  const label = failureLabels[failureClass(row)];
  const words = row.reason.trim();
  return words === '' || words === label ? label : `${label}（${words}）`;
}

/** The reasons of a claim's failed rows, each once. A payment that a return undid says nothing beside its return. */
export function failureReasons(rows: readonly BankRow[]): string {
  const telling = rows.filter(({ result }) => result !== '成功');
  return [...new Set((telling.length > 0 ? telling : rows).map(reasonText))].join('、');
}

const pendingMessage = '{head}户应发{expected}元，银行仍在处理中，未见入账结果，请向银行查询后核对。';

export const paymentFailed = claimRule({
  id: 'payment-failed',
  title: '发放失败未补发',
  reasonHeading: '失败原因',
  clause: '三-4',
  severities: ['error'],
  needs: ['payment-list', 'bank-payout'],
  restsOn: ['kind', 'amount', 'account', 'requestedAmount', 'paidOn', 'result', 'reason'],
  money: true,
  periodic: true,
  only: { lacks: ['settled'] },
  message: '{head}户应发{expected}元，银行未发放成功：{actual}，未见补发，请更正账户信息后重新代发。',

  // A claim that was paid in a later batch is none of these, whatever failed before.
  find: (claim) => {
    if (claimVerdict(claim) !== '发放失败') return [];
    const { expected, at } = dueAndPaid(claim);
    const actual = failureReasons(claim.failedRows);
    const found = { expected, actual, amount: -claim.due as Fen, at: [...at, ...claim.failedRows] };
    return [claim.failedRows.every(({ result }) => result === '处理中') ? { ...found, message: pendingMessage } : found];
  },
});
