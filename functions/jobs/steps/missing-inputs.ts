import type { JobId } from '../../../schemas/job.ts';
import type { SourceId } from '../../../schemas/sources/source.ts';
import { isSkipped } from '../../reading/file-order.ts';
import { jobs } from '../jobs.ts';
import { listInputs } from '../list-inputs.ts';
import type { ObjectStore } from '../ports.ts';

export interface MissingInputs {
  /** Sources without which the run will be refused. */
  readonly required: readonly SourceId[];
  /** Sources without which some rules will not run. */
  readonly optional: readonly SourceId[];
  /** Files whose source is recognised only when they are read: one of them may be what is missing. */
  readonly unsorted: number;
}

/** Which sources of a job have no file in the inbox yet. */
export async function missingInputs(inbox: ObjectStore, job: JobId, county: string, period: string): Promise<MissingInputs> {
  const listing = await listInputs(inbox, county, period);
  const files = listing.files.filter(({ name }) => !isSkipped(name));
  const there = new Set(files.map(({ source }) => source));
  const { used, required } = jobs[job];
  return {
    required: required.filter((source) => !there.has(source)),
    optional: used.filter((source) => !required.includes(source) && !there.has(source)),
    unsorted: files.filter(({ source }) => source === undefined).length,
  };
}
