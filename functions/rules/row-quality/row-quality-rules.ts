import type { AnyRule } from '../rule.ts';
import { idInvalid } from './id-invalid.ts';
import { idMissing } from './id-missing.ts';
import { remarkContradictsStatus } from './remark-contradicts-status.ts';
import { rowDuplicated } from './row-duplicated.ts';
import { sourceGap } from './source-gap.ts';

/** In report order. */
export const rowQualityRules: readonly AnyRule[] = [idInvalid, idMissing, rowDuplicated, remarkContradictsStatus, sourceGap];
