import type { AnyRule } from '../rule.ts';

/** In report order. */
export const rowQualityRules: readonly AnyRule[] = [];
