import type { SourceId } from '../../../schemas/sources/source.ts';

/** Sources whose files are of one period, which their titles may name; a roster's title tells the day of its data. */
export const ofOnePeriod: ReadonlySet<SourceId> = new Set<SourceId>(['payment-list', 'bank-payout', 'statistics-return']);
