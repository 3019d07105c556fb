import type { ReadingContext } from '../../schemas/reading.ts';
import type { Day } from '../../schemas/values/day.ts';
import { latestBirthOf, type Period } from '../../schemas/values/period.ts';

/** What readers are told of a run: whose files, which period, and which files may name another one. */
export function readingContext(county: string, period: Period, asOf: Day, acceptedPeriods: readonly string[]): ReadingContext {
  const latestBirth = latestBirthOf(period, asOf);
  return { county, period: period.text, asOf, latestBirth, acceptedPeriods: new Set(acceptedPeriods) };
}
