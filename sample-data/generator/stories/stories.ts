import { type County, createCounty } from '../world/county.ts';
import { coveredCountMismatch } from './agreement/covered-count-mismatch.ts';
import { householdInconsistent } from './agreement/household-inconsistent.ts';
import { ledgerAccountMismatch } from './agreement/ledger-account-mismatch.ts';
import { ledgerAmountMismatch } from './agreement/ledger-amount-mismatch.ts';
import { ledgerCategoryMismatch } from './agreement/ledger-category-mismatch.ts';
import { ledgerMembersMismatch } from './agreement/ledger-members-mismatch.ts';
import { ledgerOnly } from './agreement/ledger-only.ts';
import { listAmountMismatch } from './agreement/list-amount-mismatch.ts';
import { listMissingHousehold } from './agreement/list-missing-household.ts';
import { listUnfoundedHousehold } from './agreement/list-unfounded-household.ts';
import { systemOnly } from './agreement/system-only.ts';
import { assistedNotRegistered } from './half-year/assisted-not-registered.ts';
import { attributeMismatch } from './half-year/attribute-mismatch.ts';
import { deceasedAssisted } from './half-year/deceased-assisted.ts';
import { dualAssistance } from './half-year/dual-assistance.ts';
import { householdSplit } from './half-year/household-split.ts';
import { idSuspect } from './half-year/id-suspect.ts';
import { identityAmbiguous } from './half-year/identity-ambiguous.ts';
import { nameMismatch } from './half-year/name-mismatch.ts';
import { newlyAssistedNotRegistered } from './half-year/newly-assisted-not-registered.ts';
import { povertyMarkMissing } from './half-year/poverty-mark-missing.ts';
import { povertyMarkUnfounded } from './half-year/poverty-mark-unfounded.ts';
import { registeredNotAssisted } from './half-year/registered-not-assisted.ts';
import { residenceMismatch } from './half-year/residence-mismatch.ts';
import { ordinaryHouseholds } from './ordinary.ts';
import { accountShared } from './payout/account-shared.ts';
import { batchTotalMismatch } from './payout/batch-total-mismatch.ts';
import { deceasedMemberPaid } from './payout/deceased-member-paid.ts';
import { paidAfterExit } from './payout/paid-after-exit.ts';
import { payeeMismatch } from './payout/payee-mismatch.ts';
import { paymentAmountMismatch } from './payout/payment-amount-mismatch.ts';
import { paymentDuplicated } from './payout/payment-duplicated.ts';
import { paymentFailed } from './payout/payment-failed.ts';
import { paymentLate } from './payout/payment-late.ts';
import { paymentUnlisted } from './payout/payment-unlisted.ts';
import { unpaid } from './payout/unpaid.ts';
import { idInvalid } from './row-quality/id-invalid.ts';
import { idMissing } from './row-quality/id-missing.ts';
import { rejectedRows } from './row-quality/rejected-rows.ts';
import { remarkContradictsStatus } from './row-quality/remark-contradicts-status.ts';
import { rowDuplicated } from './row-quality/row-duplicated.ts';
import { sourceGap } from './row-quality/source-gap.ts';

/** Everything that happens in the county, in the order in which it is told. A new rule's person is one line here. */
const stories: readonly ((county: County) => void)[] = [
  ordinaryHouseholds,
  newlyAssistedNotRegistered,
  assistedNotRegistered,
  registeredNotAssisted,
  povertyMarkMissing,
  povertyMarkUnfounded,
  attributeMismatch,
  householdSplit,
  nameMismatch,
  idSuspect,
  identityAmbiguous,
  residenceMismatch,
  dualAssistance,
  deceasedAssisted,
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
  idInvalid,
  idMissing,
  rowDuplicated,
  remarkContradictsStatus,
  rejectedRows,
  sourceGap,
];

/** The fictitious county: always the same people, since the seed is part of the story. */
export function tellCounty(): County {
  const county = createCounty(2020);
  for (const story of stories) story(county);
  return county;
}
