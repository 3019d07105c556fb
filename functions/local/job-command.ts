import { hostname, userInfo } from 'node:os';
import { type JobId, jobPeriods } from '../../schemas/job.ts';
import type { JobResult } from '../jobs/job.ts';
import type { ReportPlace } from '../jobs/ports.ts';
import { type FolderPublisher, folderPublisher } from '../storage/folder-publisher.ts';
import { folderStore } from '../storage/folder-store.ts';
import { type RunRecord, writeRunRecord } from '../storage/run-record.ts';
import { exitCodeOf } from './exit-code.ts';
import { holdNursery } from './held-nursery.ts';
import type { Arguments } from './parse-arguments.ts';
import { programVersion } from './program-version.ts';
import { printResult } from './result-text.ts';
import { type RunSettings, runSettings } from './run-settings.ts';
import { terminalProgress } from './terminal-progress.ts';

/** The command of one job: arguments → settings → job over folders → what the terminal says. */
export function jobCommand(job: JobId): (args: Arguments) => Promise<number> {
  return async (args) => {
    const settings = runSettings(jobPeriods[job], args);
    const result = await runInFolders(job, settings);
    return printResult(result, settings.json);
  };
}

/** Runs a job from folder to folder, and keeps beside the report who ran it and how it ended. */
export async function runInFolders(job: JobId, settings: RunSettings): Promise<JobResult> {
  const { out, county, period } = settings;
  const place: ReportPlace = { county, period: period.text, job };
  const publisher = folderPublisher(out);
  if (await publisher.repair(place)) process.stderr.write('上次运行中断，已恢复原状。\n');
  const startedAt = new Date().toISOString();
  const release = discardOnSignal(publisher);
  const record = (result: RunRecord['result'], exitCode: number): void => {
    const finishedAt = new Date().toISOString();
    try {
      writeRunRecord(out, place, { by: account(), startedAt, finishedAt, result, exitCode, programVersion: programVersion() });
    } catch {
      // A report that stands would otherwise be followed by the exit code of a fault.
      process.stderr.write(`运行记录没有写成（${job}.run.json），不影响报告。\n`);
    }
  };
  try {
    const result = await runJob(job, settings, publisher);
    record(result.outcome === 'published' && !result.publication.changed ? 'unchanged' : result.outcome, exitCodeOf(result));
    return result;
  } catch (error) {
    record('failed', 1);
    throw error;
  } finally {
    release();
  }
}

/** Not every account has a name: that of a container may be a bare number. */
function account(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    return `${process.getuid?.() ?? ''}@${hostname()}`;
  }
}

async function runJob(job: JobId, settings: RunSettings, publisher: FolderPublisher): Promise<JobResult> {
  const run =
    job === 'half-year' ? (await import('../jobs/half-year.ts')).runHalfYear : (await import('../jobs/payout.ts')).runPayout;
  const request = { ...settings, programVersion: programVersion() };
  const progress = terminalProgress(process.stderr);
  const nursery = holdNursery(progress);
  try {
    return await run({ inbox: folderStore(settings.inbox), publisher, progress: nursery.progress }, request);
  } finally {
    nursery.letGo();
    progress.close();
  }
}

/** Ctrl-C leaves nothing: what is not yet published goes, then the process ends as the signal would have ended it. */
function discardOnSignal(publisher: FolderPublisher): () => void {
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  const listeners = Object.entries(signals).map(([signal, code]) => {
    const end = (): never => {
      publisher.discardAll();
      process.stderr.write('\n已停止，没有留下半份报告。\n');
      process.exit(code);
    };
    process.once(signal, end);
    return () => process.off(signal, end);
  });
  return () => {
    for (const remove of listeners) remove();
  };
}
