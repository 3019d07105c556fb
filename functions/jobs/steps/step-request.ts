import type { InputList } from '../../../schemas/messages.ts';
import { parsePeriod } from '../../../schemas/values/period.ts';
import type { JobRequest } from '../job.ts';
import type { RunBasis } from './run-basis.ts';

export type RunKey = JobRequest['key'];

/** The request of a run in the cloud, made again by each step from the message and the run's basis. */
export function stepRequest(
  list: Pick<InputList, 'county' | 'period' | 'force'>,
  basis: RunBasis,
  key: RunKey,
  programVersion: string,
): JobRequest {
  const period = parsePeriod(list.period);
  if (period === undefined) throw new Error('a run without a period');
  const { profile, acceptedPeriods } = basis;
  return { county: list.county, period, profile, key, acceptedPeriods, force: list.force, programVersion };
}

/** Steps before the comparison make no finding ids. */
export const noKey: RunKey = { bytes: new Uint8Array(0), sample: true };
