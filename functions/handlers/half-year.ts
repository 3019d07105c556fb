import { comparisonHandler } from './comparison-handler.ts';

/** 半年比对. */
export const handler = comparisonHandler('half-year');
