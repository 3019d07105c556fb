import type { Day } from './day.ts';

/** What says whether a row's person is assisted on a day: roster, system and destitute rows have it. */
export interface Span {
  readonly startDate: Day | undefined;
  /** The first day without assistance. */
  readonly endDate: Day | undefined;
  readonly status: '在保' | '停保' | '';
}

/**
 * Begun by that day and not ended. 停保 without an end is over; with a later end it still runs, because offices mark the
 * row as soon as the stop is decided.
 */
export function activeOn({ startDate, endDate, status }: Span, day: Day): boolean {
  if (startDate !== undefined && startDate > day) return false;
  return endDate === undefined ? status !== '停保' : endDate > day;
}
