import { buffer } from 'node:stream/consumers';
import type { CompareOutcome, CompareRequest } from '../../../schemas/messages.ts';
import { filesReadBefore } from '../../reading/file-units.ts';
import { unpackPart } from '../../reading/part-snapshot.ts';
import type { JobResult } from '../job.ts';
import { jobs } from '../jobs.ts';
import type { ObjectStore, Progress, ReportPlace, ReportPublisher } from '../ports.ts';
import { compareFiles } from '../run-job.ts';
import { planRun } from '../run-plan.ts';
import { inboxFile } from './inbox-file.ts';
import { refusedKey } from './refused-key.ts';
import { basisOf } from './run-basis.ts';
import { type RunKey, stepRequest } from './step-request.ts';

export interface CompareRunPorts {
  readonly snapshots: ObjectStore;
  /** Where a refused run's list goes: `refusedKey`. */
  readonly reports: ObjectStore;
  /** Stages a run without showing it, under the hash of its manifest, which it gives. */
  readonly publisher: ReportPublisher;
}

const silent: Progress = { stage: () => undefined };

/** Compares the snapshots of a run and stages its report. What is refused, or stopped by the breaker, is written down. */
export async function compareRun(
  ports: CompareRunPorts,
  request: CompareRequest,
  key: RunKey,
  programVersion: string,
): Promise<CompareOutcome> {
  const basis = await basisOf(ports.snapshots, request.snapshots);
  const jobRequest = stepRequest(request, basis, key, programVersion);
  const definition = jobs[request.job];
  const plan = planRun(definition, jobRequest);
  const snapshots = new Map(request.files.map((file) => [inboxFile(file, noContent), `${request.snapshots}${file.snapshot}`]));
  const units = filesReadBefore(async (file) => unpackPart(await buffer(ports.snapshots.read(snapshots.get(file) ?? ''))));
  const inputs = { files: [...snapshots.keys()], refusals: basis.refusals };
  const compared = async (): Promise<JobResult> => {
    if ('refusals' in plan) return { outcome: 'refused', refusals: plan.refusals };
    // Of a list that is too long no file was read, so that nothing can be said of missing sources.
    if (!basis.listed) return { outcome: 'refused', refusals: basis.refusals };
    return compareFiles(definition, { publisher: ports.publisher, progress: silent }, jobRequest, plan, inputs, units);
  };
  const result = await compared();
  if (result.outcome !== 'published') await writeDown(ports.reports, request, result);
  return outcomeOf(request, result);
}

function noContent(): AsyncIterable<Uint8Array> {
  throw new Error('the comparison reads snapshots, not files');
}

type NotPublished = Exclude<JobResult, { outcome: 'published' }>;

async function writeDown(reports: ObjectStore, place: ReportPlace, result: NotPublished): Promise<void> {
  await reports.write(refusedKey(place), Buffer.from(`${JSON.stringify(result, undefined, 2)}\n`));
}

function outcomeOf(request: CompareRequest, result: JobResult): CompareOutcome {
  const { job, county, period, run, snapshots, currentTag, listedAt } = request;
  const place = { job, county, period, run, snapshots, currentTag, listedAt };
  const nothing = { ...place, manifest: '', rows: 0, rejects: 0, findings: 0, refusals: 0 };
  if (result.outcome === 'refused') return { ...nothing, outcome: 'refused', refusals: result.refusals.length };
  if (result.outcome === 'stopped') return { ...nothing, outcome: 'stopped', refusals: result.reasons.length };
  const { summary, publication } = result;
  if (publication.manifest === undefined) throw new Error('a staged run without its manifest');
  return {
    ...nothing,
    outcome: 'ready',
    manifest: publication.manifest,
    rows: summary.rows.read,
    rejects: summary.rows.rejected,
    findings: summary.findings.total,
  };
}
