import { relative } from 'node:path';
import { severities, severityWords } from '../../schemas/finding.ts';
import { jobNames } from '../../schemas/job.ts';
import type { Refusal } from '../../schemas/reading.ts';
import type { Summary } from '../../schemas/summary.ts';
import type { JobResult } from '../jobs/job.ts';
import type { Publication } from '../jobs/ports.ts';
import { exitCodeOf } from './exit-code.ts';
import { printable } from './printable.ts';
import { textTable } from './text-table.ts';

/** Says what came of a run: results on stdout, what stopped it on stderr. Resolves to the exit code. */
export function printResult(result: JobResult, json: boolean): number {
  if (result.outcome === 'published') {
    const lines = json ? [JSON.stringify(result.summary, undefined, 2)] : resultLines(result.summary, result.publication);
    process.stdout.write(`${lines.join('\n')}\n`);
    if (json) process.stderr.write(`${publicationLines(result.publication).join('\n')}\n`);
  } else {
    const lines = result.outcome === 'refused' ? refusalLines(result.refusals) : breakerLines(result.reasons);
    process.stderr.write(`${lines.join('\n')}\n`);
  }
  return exitCodeOf(result);
}

export function resultLines(summary: Summary, publication: Publication): readonly string[] {
  const ran = new Set(summary.rules.map(({ rule }) => rule));
  const found = summary.rules.filter(({ total }) => total > 0);
  const figures = found.map(({ title, total, bySeverity, amountDifference }) => [
    title,
    ...severities.map((severity) => String(bySeverity[severity])),
    String(total),
    amountDifference ?? '',
  ]);
  return [
    titleOf(summary),
    `读入 ${summary.rows.read} 行，采用 ${summary.rows.accepted} 行，退回 ${summary.rejects.rows} 行，未采用的值 ${summary.rejects.values} 个。`,
    '',
    ...textTable([
      [
        '规则',
        ...severities.map((severity) => severityWords[severity]),
        '合计',
        figures.some((row) => row.at(-1) !== '') ? '差额（元）' : '',
      ],
      ...figures,
    ]),
    ...(found.length === 0 ? ['没有查出疑点。'] : []),
    ...summary.notRun.map(({ rule, title, reason }) => `${ran.has(rule) ? '部分未运行' : '未运行'}：${title}（${reason}）`),
    ...summary.rules.filter(({ caveat }) => caveat !== '').map(({ title, caveat }) => `未能排除：${title}（${caveat}）`),
    ...summary.forced.map((reason) => `强制发布：${reason}`),
    '',
    ...(summary.key === 'sample' ? ['疑点编号用的是示例密钥（key: sample），正式使用请用 --key 指定县密钥。'] : []),
    ...publicationLines(publication),
  ];
}

function titleOf({ job, county, countyName, period, asOf }: Summary): string {
  return `${jobNames[job]}  ${countyName || county}  ${period}  时点 ${asOf}`;
}

export function publicationLines({ location, changed, earlier, leftBehind }: Publication): readonly string[] {
  return [
    changed ? `报告在 ${shown(location)}` : `报告没有变化，仍在 ${shown(location)}`,
    ...(earlier ? [`原报告被改动过（如已填写核实情况），整个文件夹已移到 ${shown(earlier)}`] : []),
    ...(leftBehind ? [leftBehindLine(leftBehind)] : []),
  ];
}

function leftBehindLine({ folder, byPeople }: NonNullable<Publication['leftBehind']>): string {
  return byPeople
    ? `原报告被改动过（如已填写核实情况），没能移到 earlier，现在 ${shown(folder)}；请检查文件夹权限，下次运行会再移一次`
    : `旧报告的文件夹没能删掉，还在 ${shown(folder)}；请检查文件夹权限，下次运行会再删一次`;
}

/** All refusals in one list, each with its mend. */
export function refusalLines(refusals: readonly Refusal[]): readonly string[] {
  return [
    `没有生成报告，以下 ${refusals.length} 处需要处理：`,
    ...refusals.map(({ file, source, reason, mend }, index) => {
      const where = [source, file].filter(Boolean).join('/');
      const said = `${index + 1}. ${where ? `${where}：` : ''}${sentence(reason)}`;
      return [said, ...(mend ? [`   → ${sentence(mend)}`] : [])].map(printable).join('\n');
    }),
  ];
}

/** What tripped the breaker, and what to do. */
export function breakerLines(reasons: readonly string[]): readonly string[] {
  return [
    '超过熔断比例，没有发布报告：',
    ...reasons.map((reason) => `- ${sentence(reason)}`),
    '请先用 npx dibao check 文件 看退回的行和原因，检查是否放错文件、缺列、公式未算；确认无误后加 --force 发布。',
  ];
}

const sentence = (text: string): string => (/[。！？]$/u.test(text) ? text : `${text}。`);

/** From here, where that is shorter. */
function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') || short === '' ? path : short;
}
