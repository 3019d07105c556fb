import { createHash } from 'node:crypto';
import type { CountyProfile } from '../../schemas/county-profile.ts';
import type { ReadingContext, Refusal } from '../../schemas/reading.ts';
import type { Day } from '../../schemas/values/day.ts';
import type { JobDefinition, JobRequest } from './job.ts';
import { readProfile } from './read-profile.ts';
import { readingContext } from './reading-context.ts';

/** What a request means once the county's profile is read: the same for every step of the run. */
export interface RunPlan {
  readonly profile: CountyProfile;
  /** Lower-case hex; undefined without a profile. */
  readonly profileHash: string | undefined;
  readonly reading: ReadingContext;
  readonly asOf: Day;
  /** Payout only. */
  readonly dueDate: Day | undefined;
}

/** The plan of a run, or why the profile is refused. */
export function planRun(definition: JobDefinition, request: JobRequest): RunPlan | { readonly refusals: readonly Refusal[] } {
  const { county, period, acceptedPeriods } = request;
  const read = readProfile(request.profile);
  if ('refusals' in read) return read;
  const { profile } = read;
  const asOf = request.asOf ?? period.asOf;
  return {
    profile,
    profileHash: request.profile && createHash('sha256').update(request.profile).digest('hex'),
    reading: readingContext(county, period, asOf, acceptedPeriods),
    asOf,
    // 三-3: by the 10th of the quarter's first month, unless the county or the person who runs it says otherwise.
    dueDate:
      definition.id === 'payout' ? (request.due ?? profile.dueDates[period.text] ?? ((period.firstDay + 9) as Day)) : undefined,
  };
}
