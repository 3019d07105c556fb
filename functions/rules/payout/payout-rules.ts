import type { AnyRule } from '../rule.ts';

/** In report order. */
export const reconciliationRules: readonly AnyRule[] = [];
