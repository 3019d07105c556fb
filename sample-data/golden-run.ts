import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JobId, JobResult } from '../functions/jobs/job.ts';
import { runInFolders } from '../functions/local/job-command.ts';
import { commandNamed } from '../functions/local/option-table.ts';
import { parseArguments } from '../functions/local/parse-arguments.ts';
import { runSettings } from '../functions/local/run-settings.ts';
import { csvTable } from './csv-table.ts';

const home = import.meta.dirname;

export type Line = Readonly<Record<string, string>>;

export interface GoldenRun {
  readonly result: JobResult;
  readonly findings: readonly Line[];
  readonly rejects: readonly Line[];
}

/** Runs a job over an inbox of the sample county through the local door and reads back what it published. */
export async function goldenRun(job: JobId, inbox: string, out: string): Promise<GoldenRun> {
  const period = job === 'half-year' ? '2020H1' : '2020Q3';
  const words = ['--inbox', join(home, inbox), '--county', '230123', '--period', period, '--out', out];
  const command = commandNamed(job);
  if (command === undefined) throw new Error('no such command');
  const settings = runSettings(job === 'half-year' ? 'half' : 'quarter', parseArguments(command, words));
  const result = await runInFolders(job, settings);
  if (result.outcome !== 'published') throw new Error(JSON.stringify(result, null, 2));
  const published = (name: string) => csvTable(readFileSync(join(out, '230123', period, job, name), 'utf8'));
  return { result, findings: published('findings.csv'), rejects: published('rejects.csv') };
}

export const planted = (file: string): readonly Line[] => csvTable(readFileSync(join(home, file), 'utf8'));
