import { readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { severities, severityWords } from '../../schemas/finding.ts';
import { type JobId, jobIds, jobNames, jobPeriods } from '../../schemas/job.ts';
import { parsePeriod } from '../../schemas/values/period.ts';
import type { JobResult } from '../jobs/job.ts';
import { exitCodeOf } from './exit-code.ts';
import { runInFolders } from './job-command.ts';
import { commandNamed } from './option-table.ts';
import { parseArguments } from './parse-arguments.ts';
import { breakerLines, publicationLines, refusalLines } from './result-text.ts';
import { runSettings } from './run-settings.ts';
import { textTable } from './text-table.ts';

const sampleInbox = fileURLToPath(new URL('../../sample-data/inbox', import.meta.url));

/** Every job that the sample county has files for, into `out/` here; ends with a table of what was found and where it lies. */
export async function startCommand(): Promise<number> {
  const rows: (readonly string[])[] = [];
  let worst = 0;
  for (const { county, period, job } of sampleRuns()) {
    const words = ['--inbox', sampleInbox, '--county', county, '--period', period, '--out', resolve('out')];
    const args = parseArguments(commandNamed(job)!, words);
    const result = await runInFolders(job, runSettings(jobPeriods[job], args));
    worst = Math.max(worst, exitCodeOf(result));
    rows.push(rowOf(job, period, result));
    for (const line of linesToHeed(result)) process.stderr.write(`${line}\n`);
  }
  const heading = ['任务', '期别', '读入行', '退回行', ...severities.map((severity) => severityWords[severity]), '工作簿'];
  process.stdout.write(`${textTable([heading, ...rows]).join('\n')}\n`);
  return worst;
}

function sampleRuns(): readonly { county: string; period: string; job: JobId }[] {
  const runs: { county: string; period: string; job: JobId }[] = [];
  for (const county of readdirSync(sampleInbox)
    .filter((name) => /^\d{6}$/.test(name))
    .sort()) {
    for (const period of readdirSync(resolve(sampleInbox, county)).sort()) {
      for (const job of jobIds) if (parsePeriod(period)?.kind === jobPeriods[job]) runs.push({ county, period, job });
    }
  }
  return runs;
}

function rowOf(job: JobId, period: string, result: JobResult): readonly string[] {
  if (result.outcome !== 'published') return [jobNames[job], period, '', '', '', '', '', '', '未生成'];
  const { rows, rejects, findings } = result.summary;
  const counts = severities.map((severity) => findings.bySeverity[severity]);
  const workbook = relative(process.cwd(), resolve(result.publication.location, 'report.xlsx'));
  return [jobNames[job], period, ...[rows.read, rejects.rows, ...counts].map(String), workbook];
}

function linesToHeed(result: JobResult): readonly string[] {
  if (result.outcome === 'published') return publicationLines(result.publication).slice(1);
  return result.outcome === 'refused' ? refusalLines(result.refusals) : breakerLines(result.reasons);
}
