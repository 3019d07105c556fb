import type { AnyRule } from '../rule.ts';
import { accountShared } from './account-shared.ts';
import { batchTotalMismatch } from './batch-total-mismatch.ts';
import { deceasedMemberPaid } from './deceased-member-paid.ts';
import { paidAfterExit } from './paid-after-exit.ts';
import { payeeMismatch } from './payee-mismatch.ts';
import { paymentAmountMismatch } from './payment-amount-mismatch.ts';
import { paymentDuplicated } from './payment-duplicated.ts';
import { paymentFailed } from './payment-failed.ts';
import { paymentLate } from './payment-late.ts';
import { paymentUnlisted } from './payment-unlisted.ts';
import { unpaid } from './unpaid.ts';

/** In report order. */
export const reconciliationRules: readonly AnyRule[] = [
  unpaid,
  paymentFailed,
  paymentDuplicated,
  paymentAmountMismatch,
  paymentUnlisted,
  paymentLate,
  payeeMismatch,
  accountShared,
  paidAfterExit,
  deceasedMemberPaid,
  batchTotalMismatch,
];
