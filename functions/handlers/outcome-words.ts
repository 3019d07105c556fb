import { jobNames } from '../../schemas/job.ts';
import type { RunOutcome } from '../../schemas/messages.ts';

/** What people are told of a run's end: counts and where to look, nobody's name. SNS allows 100 characters of subject. */
export function outcomeWords(run: RunOutcome): { readonly subject: string; readonly message: string } {
  const what = `${run.county} ${run.period} ${jobNames[run.job]}`;
  const folder = `${run.county}/${run.period}/${run.job}/`;
  const counts = `读入 ${run.rows} 行，退回 ${run.rejects} 行，列出疑点 ${run.findings} 条。`;
  switch (run.outcome) {
    case 'published':
      return {
        subject: `${what}：报告已发布`,
        message: `${what}：报告已发布。\n${counts}\n在报告存储桶 ${folder}current.json 所指的文件夹。`,
      };
    case 'unchanged':
      return { subject: `${what}：结果无变化`, message: `${what}：收到的文件与上次相同，原报告照旧。\n${counts}` };
    case 'superseded':
      return {
        subject: `${what}：本次结果未发布`,
        message: `${what}：运行期间，另一次运行已发布报告，或原报告已被撤回，本次结果未发布。如文件有更新，请再运行一次。`,
      };
    case 'withdrawn':
      return {
        subject: `${what}：本次结果未发布`,
        message: `${what}：本次结果与已撤回的报告完全相同，未再发布。请先更正收到的文件或县配置，再运行一次。`,
      };
    case 'refused':
      return {
        subject: `${what}：文件被拒收`,
        message: `${what}：有 ${run.refusals} 项须先改正，报告未生成。\n逐项原因和改法见报告存储桶 ${folder}refused.json。`,
      };
    case 'stopped':
      return {
        subject: `${what}：已熔断`,
        message: `${what}：退回或疑点比例过高，报告未发布。\n原因见报告存储桶 ${folder}refused.json；核对后可请管理员强制运行。`,
      };
    case 'failed':
      // The fault may have come after current.json was written.
      return {
        subject: `${what}：程序故障`,
        message: `${what}：程序故障，维护人员已收到告警。现有报告以报告存储桶 ${folder}current.json 所指为准。`,
      };
  }
}
