import type { CompareOutcome, RunOutcome } from '../../../schemas/messages.ts';
import { ObjectMissing, type ObjectStore, type ReportPlace, type RunShelf } from '../ports.ts';
import { readProfile } from '../read-profile.ts';
import { refusedKey } from './refused-key.ts';
import { basisOf } from './run-basis.ts';

export interface EndRunPorts {
  readonly shelf: RunShelf;
  readonly reports: ObjectStore;
  readonly snapshots: ObjectStore;
}

/**
 * The last step of a run: publishes it if it is ready, locks what is published for as long as the profile says, and
 * deletes its snapshots. Tried again after a fault on the way, it ends as its first try would have. `now`: ISO 8601, UTC.
 */
export async function endRun(ports: EndRunPorts, ready: CompareOutcome, now: string): Promise<RunOutcome> {
  const { job, county, period, rows, rejects, findings, refusals } = ready;
  const place = { county, period, job };
  const outcome = ready.outcome === 'ready' ? await publish(ports, place, ready, now) : ready.outcome;
  for await (const { key } of ports.snapshots.list(ready.snapshots)) await ports.snapshots.delete(key);
  return { job, county, period, outcome, rows, rejects, findings, refusals };
}

async function publish(
  { shelf, reports, snapshots }: EndRunPorts,
  place: ReportPlace,
  ready: CompareOutcome,
  now: string,
): Promise<RunOutcome['outcome']> {
  const { manifest, run: by, listedAt, currentTag } = ready;
  const publication = await shelf.publish(place, { manifest, by, publishedAt: now, listedAt }, currentTag);
  if (publication === 'superseded' || publication === 'withdrawn') return publication;
  const years = await retentionYears(snapshots, ready.snapshots);
  if (years !== undefined) await shelf.lock(place, manifest, yearsLater(now, years));
  await reports.delete(refusedKey(place));
  return publication;
}

/** Undefined where the basis is gone: an attempt before this one locked the run and was deleting its snapshots. */
async function retentionYears(store: ObjectStore, snapshots: string): Promise<number | undefined> {
  try {
    const read = readProfile((await basisOf(store, snapshots)).profile);
    return 'profile' in read ? read.profile.retentionYears : undefined;
  } catch (error) {
    if (error instanceof ObjectMissing) return undefined;
    throw error;
  }
}

/** The end of the day: a lock can't be moved forward, and two runs at once may lock the same files a moment apart. */
function yearsLater(now: string, years: number): string {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  date.setUTCHours(23, 59, 59, 0);
  return date.toISOString();
}
