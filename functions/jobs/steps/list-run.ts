import { jobPeriods } from '../../../schemas/job.ts';
import type { InputList, RunRequest } from '../../../schemas/messages.ts';
import { type Period, parsePeriod } from '../../../schemas/values/period.ts';
import { listInputs } from '../list-inputs.ts';
import type { ObjectStore, RunShelf } from '../ports.ts';
import { profileBytesOf } from './profile-bytes.ts';
import { keepBasis } from './run-basis.ts';
import { schedulePeriod } from './schedule-period.ts';

export interface ListRunPorts {
  readonly inbox: ObjectStore;
  /** `<county>/county.json`: the profile. */
  readonly configuration: ObjectStore;
  readonly snapshots: ObjectStore;
  readonly shelf: RunShelf;
}

/**
 * The first step of a run: which files there are, under which profile, and which report stands. What later steps rest on
 * is put beside the snapshots, so that a profile that changes meanwhile does not split a run. `now`: ISO 8601, UTC.
 */
export async function listRun(ports: ListRunPorts, request: RunRequest, now: string): Promise<InputList> {
  const { job, county, force, run } = request;
  const period = periodOf(request);
  const place = { county, period: period.text, job };
  const current = await ports.shelf.current(place);
  const { files, refusals } = await listInputs(ports.inbox, county, period.text);
  const snapshots = `${county}/${period.text}/${job}/${run}/`;
  await keepBasis(ports.snapshots, snapshots, { refusals, profile: await profileBytesOf(ports.configuration, county) });
  return {
    job,
    county,
    period: period.text,
    force,
    run,
    snapshots,
    currentTag: current?.tag ?? '',
    listedAt: now,
    files: files.map(({ key, source, size }, at) => ({ key, source: source ?? null, size, snapshot: `${snapshots}${at}.part` })),
  };
}

function periodOf({ job, period, scheduledTime }: RunRequest): Period {
  if (period === '') return schedulePeriod(job, scheduledTime);
  const parsed = parsePeriod(period);
  if (parsed?.kind !== jobPeriods[job]) throw new Error('not a period of this job');
  return parsed;
}
