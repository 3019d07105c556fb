import { agreementRules } from './agreement/agreement-rules.ts';
import { comparisonRules } from './half-year/comparison-rules.ts';
import { reconciliationRules } from './payout/reconciliation-rules.ts';
import { rowQualityRules } from './row-quality/row-quality-rules.ts';
import type { AnyRule } from './rule.ts';

/** Raised whenever a rule is added or what it finds changes: part of every manifest. */
export const ruleSetVersion = '1';

/** What each job runs, in report order. */
export const halfYearRules: readonly AnyRule[] = [...comparisonRules, ...rowQualityRules];
export const payoutRules: readonly AnyRule[] = [...agreementRules, ...reconciliationRules, ...rowQualityRules];

/** Every rule once, in report order. */
export const allRules: readonly AnyRule[] = [...comparisonRules, ...agreementRules, ...reconciliationRules, ...rowQualityRules];
