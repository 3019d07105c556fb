import { createHash } from 'node:crypto';
import { jobPeriods } from '../../../schemas/job.ts';
import type { InputList, RunRequest } from '../../../schemas/messages.ts';
import type { Refusal } from '../../../schemas/reading.ts';
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

/** Bytes of a list. The service hands over 262,144, and puts words of its own around it. */
const listBytes = 200_000;

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
  const listed: InputList = {
    ...{ job, county, period: period.text, force, run },
    snapshots: `${county}/${period.text}/${job}/${folderOf(run)}/`,
    currentTag: current?.tag ?? '',
    listedAt: now,
    files: files.map(({ key, source, size }, at) => ({ key, source: source ?? null, size, snapshot: `${at}.part` })),
  };
  const fits = Buffer.byteLength(JSON.stringify(listed)) <= listBytes;
  await keepBasis(ports.snapshots, listed.snapshots, {
    profile: await profileBytesOf(ports.configuration, county),
    refusals: fits ? refusals : [tooManyFiles(files.length)],
    listed: fits,
    acceptedPeriods: request.acceptedPeriods.map((name) => name.normalize('NFC')),
  });
  return fits ? listed : { ...listed, files: [] };
}

/** The name of an execution may be in Chinese and hold dots; a prefix of the snapshots is short and plain. */
function folderOf(run: string): string {
  return createHash('sha256').update(run).digest('hex').slice(0, 16);
}

function tooManyFiles(count: number): Refusal {
  return {
    file: '',
    source: undefined,
    reason: `本期收件文件过多（${count} 个），超出一次运行的上限`,
    mend: '请把同一来源的小文件合并，或缩短文件名，并移走不属于本期的文件后再运行',
  };
}

function periodOf({ job, period, scheduledTime }: RunRequest): Period {
  if (period === '') return schedulePeriod(job, scheduledTime);
  const parsed = parsePeriod(period);
  if (parsed?.kind !== jobPeriods[job]) throw new Error('not a period of this job');
  return parsed;
}
