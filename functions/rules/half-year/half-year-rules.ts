import type { AnyRule } from '../rule.ts';

/** In report order. */
export const comparisonRules: readonly AnyRule[] = [];
