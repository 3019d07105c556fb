import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runHalfYear } from '../functions/jobs/half-year.ts';
import type { JobRequest, JobResult } from '../functions/jobs/job.ts';
import { runPayout } from '../functions/jobs/payout.ts';
import { folderPublisher } from '../functions/storage/folder-publisher.ts';
import { folderStore } from '../functions/storage/folder-store.ts';
import type { JobId } from '../schemas/job.ts';
import { parsePeriod } from '../schemas/values/period.ts';
import { csvTable } from './csv-table.ts';

const home = import.meta.dirname;
const silent = { stage: () => {} };

export type Line = Readonly<Record<string, string>>;

export interface GoldenRun {
  readonly result: JobResult;
  readonly findings: readonly Line[];
  readonly rejects: readonly Line[];
}

/** What a run over the sample county is asked for, whichever store holds the county: its profile, period and public key. */
export function sampleRequest(job: JobId, inbox: string): JobRequest {
  const period = parsePeriod(job === 'half-year' ? '2020H1' : '2020Q3');
  if (period === undefined) throw new Error('no such period');
  const key = Buffer.from(readFileSync(join(home, 'key.hex'), 'utf8').trim(), 'hex');
  return {
    county: '230123',
    period,
    profile: readFileSync(join(home, inbox, '230123', 'county.json')),
    key: { bytes: key, sample: true },
    acceptedPeriods: [],
    force: false,
    programVersion: 'golden',
  };
}

/** Runs a job over an inbox of the sample county, from folder to folder, and reads back what it published. */
export async function goldenRun(job: JobId, inbox: string, out: string): Promise<GoldenRun> {
  const ports = { inbox: folderStore(join(home, inbox)), publisher: folderPublisher(out), progress: silent };
  const request = sampleRequest(job, inbox);
  const result = await (job === 'half-year' ? runHalfYear(ports, request) : runPayout(ports, request));
  if (result.outcome !== 'published') throw new Error(JSON.stringify(result, null, 2));
  const published = (name: string) => csvTable(readFileSync(join(out, '230123', request.period.text, job, name), 'utf8'));
  return { result, findings: published('findings.csv'), rejects: published('rejects.csv') };
}

export const planted = (file: string): readonly Line[] => csvTable(readFileSync(join(home, file), 'utf8'));
