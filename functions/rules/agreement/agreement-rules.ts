import type { AnyRule } from '../rule.ts';
import { coveredCountMismatch } from './covered-count-mismatch.ts';
import { householdInconsistent } from './household-inconsistent.ts';
import { ledgerAccountMismatch } from './ledger-account-mismatch.ts';
import { ledgerAmountMismatch } from './ledger-amount-mismatch.ts';
import { ledgerCategoryMismatch } from './ledger-category-mismatch.ts';
import { ledgerMembersMismatch } from './ledger-members-mismatch.ts';
import { ledgerOnly } from './ledger-only.ts';
import { listAmountMismatch } from './list-amount-mismatch.ts';
import { listMissingHousehold } from './list-missing-household.ts';
import { listUnfoundedHousehold } from './list-unfounded-household.ts';
import { systemOnly } from './system-only.ts';

/** In report order. */
export const agreementRules: readonly AnyRule[] = [
  ledgerOnly,
  systemOnly,
  ledgerAmountMismatch,
  ledgerMembersMismatch,
  ledgerCategoryMismatch,
  ledgerAccountMismatch,
  coveredCountMismatch,
  householdInconsistent,
  listMissingHousehold,
  listUnfoundedHousehold,
  listAmountMismatch,
];
