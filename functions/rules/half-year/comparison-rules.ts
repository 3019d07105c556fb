import type { AnyRule } from '../rule.ts';
import { assistedNotRegistered } from './assisted-not-registered.ts';
import { attributeMismatch } from './attribute-mismatch.ts';
import { deceasedAssisted } from './deceased-assisted.ts';
import { dualAssistance } from './dual-assistance.ts';
import { householdSplit } from './household-split.ts';
import { idSuspect } from './id-suspect.ts';
import { identityAmbiguous } from './identity-ambiguous.ts';
import { nameMismatch } from './name-mismatch.ts';
import { newlyAssistedNotRegistered } from './newly-assisted-not-registered.ts';
import { povertyMarkMissing } from './poverty-mark-missing.ts';
import { povertyMarkUnfounded } from './poverty-mark-unfounded.ts';
import { registeredNotAssisted } from './registered-not-assisted.ts';
import { residenceMismatch } from './residence-mismatch.ts';

/** In report order. */
export const comparisonRules: readonly AnyRule[] = [
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
];
