import { buffer } from 'node:stream/consumers';
import type { CompareOutcome, CompareRequest } from '../../../schemas/messages.ts';
import { filesReadBefore } from '../../reading/file-units.ts';
import { unpackPart } from '../../reading/part-snapshot.ts';
import type { JobResult } from '../job.ts';
import { jobs } from '../jobs.ts';
import type { ObjectStore, Progress, ReportPublisher } from '../ports.ts';
import { compareFiles } from '../run-job.ts';
import { planRun } from '../run-plan.ts';
import { inboxFile } from './inbox-file.ts';
import { basisOf } from './run-basis.ts';
import { type RunKey, stepRequest } from './step-request.ts';

export interface CompareRunPorts {
  readonly snapshots: ObjectStore;
  /** Where a refused run's list goes: `<county>/<period>/<job>/refused.json`. */
  readonly reports: ObjectStore;
  /** Stages a run without showing it; its location ends in `<sha256 of the manifest>/`. */
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
  const snapshots = new Map(request.files.map((file) => [inboxFile(file, noContent), file.snapshot]));
  const units = filesReadBefore(async (file) => unpackPart(await buffer(ports.snapshots.read(snapshots.get(file) ?? ''))));
  const inputs = { files: [...snapshots.keys()], refusals: basis.refusals };
  const result: JobResult =
    'refusals' in plan
      ? { outcome: 'refused', refusals: plan.refusals }
      : await compareFiles(definition, { publisher: ports.publisher, progress: silent }, jobRequest, plan, inputs, units);
  if (result.outcome !== 'published') await writeDown(ports.reports, request, result);
  return outcomeOf(request, result);
}

function noContent(): AsyncIterable<Uint8Array> {
  throw new Error('the comparison reads snapshots, not files');
}

async function writeDown(reports: ObjectStore, { county, period, job }: CompareRequest, result: JobResult): Promise<void> {
  const list =
    result.outcome === 'refused'
      ? { refusals: result.refusals }
      : result.outcome === 'stopped'
        ? { reasons: result.reasons }
        : {};
  const text = `${JSON.stringify({ outcome: result.outcome, ...list }, undefined, 2)}\n`;
  await reports.write(`${county}/${period}/${job}/refused.json`, Buffer.from(text));
}

function outcomeOf({ job, county, period, snapshots, currentTag }: CompareRequest, result: JobResult): CompareOutcome {
  const nothing = { job, county, period, snapshots, currentTag, manifest: '', rows: 0, rejects: 0, findings: 0, refusals: 0 };
  if (result.outcome === 'refused') return { ...nothing, outcome: 'refused', refusals: result.refusals.length };
  if (result.outcome === 'stopped') return { ...nothing, outcome: 'stopped', refusals: result.reasons.length };
  const { summary, publication } = result;
  return {
    ...nothing,
    outcome: 'ready',
    manifest: publication.location.split('/').at(-2) ?? '',
    rows: summary.rows.read,
    rejects: summary.rows.rejected,
    findings: summary.findings.total,
  };
}
