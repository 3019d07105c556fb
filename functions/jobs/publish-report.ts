import type { Refusal } from '../../schemas/reading.ts';
import type { Summary } from '../../schemas/summary.ts';
import type { Report } from '../reporting/report.ts';
import { type ReportTotals, totalsOf, verifyReport } from '../reporting/verify-report.ts';
import { writeReport } from '../reporting/write-report.ts';
import type { JobPorts, JobResult } from './job.ts';
import { type ReportDraft, ReportHeldOpen, WorkNotKept } from './ports.ts';

type Ports = Pick<JobPorts, 'publisher' | 'progress'>;
type Refused = Extract<JobResult, { outcome: 'refused' }>;

/** A report that is written and not yet counted again. */
export interface WrittenDraft {
  readonly draft: ReportDraft;
  readonly summary: Summary;
  readonly totals: ReportTotals;
}

/**
 * Nothing remains of a draft that fails. Where somebody has the report open, or has worked in it and that can't be kept, it is a
 * refusal; all else is thrown.
 */
async function orNothing<Done>(draft: ReportDraft, work: () => Promise<Done>): Promise<Done | Refused> {
  try {
    return await work();
  } catch (error) {
    await draft.abandon();
    if (error instanceof ReportHeldOpen) return { outcome: 'refused', refusals: [closeFirst(error.file)] };
    if (error instanceof WorkNotKept) return { outcome: 'refused', refusals: [keepFirst] };
    throw error;
  }
}

/** Writes a report where nobody sees it yet. */
export async function writeDraft({ publisher, progress }: Ports, report: Report): Promise<WrittenDraft | Refused> {
  const { county, period, job } = report;
  const draft = await publisher.draft({ county, period, job });
  return orNothing(draft, async () => {
    progress.stage('写报告', 0, report.findings.total);
    const { summary } = await writeReport(draft, report, (done, total) => progress.stage('写报告', done, total));
    return { draft, summary, totals: totalsOf(report) };
  });
}

/**
 * Counts a report again from the bytes that were written, and publishes it. Nobody holds what it was written from any more:
 * a province's rows give way to the unpacked workbook.
 */
export async function publishDraft({ progress }: Ports, { draft, summary, totals }: WrittenDraft): Promise<JobResult> {
  return orNothing(draft, async () => {
    progress.stage('复核', 0, 1);
    await verifyReport(draft, totals);
    progress.stage('发布', 0, 1);
    return { outcome: 'published' as const, publication: await draft.publish(), summary };
  });
}

function closeFirst(file: string): Refusal {
  const what = file === '' ? '报告文件夹正被其他程序占用' : '报告正被打开';
  return { file, source: undefined, reason: what, mend: '请先关闭打开报告的程序（Excel、WPS 等），再运行一次。原报告没有改动' };
}

const keepFirst: Refusal = {
  file: '',
  source: undefined,
  reason: '原报告被改动过（如已填写核实情况），而存放它的 earlier 文件夹（在原报告旁边）不能写入',
  mend: '请检查 earlier：应是可写的文件夹；再运行一次。原报告没有改动',
};
