import { comparisonHandler } from './comparison-handler.ts';

/** 发放核对. */
export const handler = comparisonHandler('payout');
