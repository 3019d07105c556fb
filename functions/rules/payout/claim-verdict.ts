import type { Claim } from '../../../schemas/claim.ts';
import type { ClaimVerdict } from '../../../schemas/household-verdict.ts';
import { type Fen, yuanText } from '../../../schemas/values/money.ts';

/** Where nothing is due, anything paid is too much. */
export function claimVerdict({ due, paid, fullPayments, basis }: Claim): ClaimVerdict {
  if (due <= 0) return paid > 0 ? '多发' : due < 0 ? '待追回' : '一致';
  if (paid === 0) return basis === '' ? '未发' : '发放失败';
  if (fullPayments > 1) return '重复发放';
  if (paid === due) return '一致';
  return paid < due ? '少发' : '多发';
}

/** What all claim findings about amounts say: due, paid, and the difference; evidence is the claim's rows on both sides. */
export const dueAndPaid = ({ due, paid, rows, paidRows }: Claim) => ({
  expected: yuanText(due),
  actual: yuanText(paid),
  amount: (paid - due) as Fen,
  at: [...rows, ...paidRows],
});
