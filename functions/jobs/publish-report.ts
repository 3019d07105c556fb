import type { Refusal } from '../../schemas/reading.ts';
import type { Report } from '../reporting/report.ts';
import { verifyReport } from '../reporting/verify-report.ts';
import { writeReport } from '../reporting/write-report.ts';
import type { JobPorts, JobResult } from './job.ts';
import { ReportHeldOpen, WorkNotKept } from './ports.ts';

/**
 * Writes a report, counts it again from the bytes that were written, and publishes it. Where any of this fails nothing of
 * it remains; a report that somebody has open, or has worked in and that can't be kept, is a refusal, all else is thrown.
 */
export async function publishReport(ports: Pick<JobPorts, 'publisher' | 'progress'>, report: Report): Promise<JobResult> {
  const { publisher, progress } = ports;
  const { county, period, job } = report;
  const draft = await publisher.draft({ county, period, job });
  try {
    progress.stage('写报告', 0, report.findings.total);
    const { summary } = await writeReport(draft, report, (done, total) => progress.stage('写报告', done, total));
    progress.stage('复核', 0, 1);
    await verifyReport(draft, report);
    progress.stage('发布', 0, 1);
    return { outcome: 'published', publication: await draft.publish(), summary };
  } catch (error) {
    await draft.abandon();
    if (error instanceof ReportHeldOpen) return { outcome: 'refused', refusals: [closeFirst(error.file)] };
    if (error instanceof WorkNotKept) return { outcome: 'refused', refusals: [keepFirst] };
    throw error;
  }
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
