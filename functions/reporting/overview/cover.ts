import { jobNames } from '../../../schemas/job.ts';
import { dayText } from '../../../schemas/values/day.ts';
import type { Report } from '../report.ts';
import type { GridCell, GridSheet } from '../workbook/grid-sheet.ts';
import { periodText } from './period-text.ts';

const keyWords = { sample: '示例密钥（未提供本县密钥，疑点编号仅供演示）', county: '本县密钥' } as const;

/** The name over the report: the county's, else its code. */
export const reportTitle = (report: Report): string =>
  `${report.countyName === '' ? report.county : report.countyName}${jobNames[report.job]}报告（${periodText(report.period)}）`;

function facts(report: Report): (readonly [label: string, value: string])[] {
  const { county, countyName, period, asOf, dueDate, versions, key, profile, reading, findings } = report;
  return [
    ['单位', countyName === '' ? county : `${countyName}（${county}）`],
    ['期别', `${periodText(period)}（${period}）`],
    ['比对时点', dayText(asOf)],
    dueDate === undefined ? ['输入文件', `${reading.files.length} 个`] : ['最迟发放日', dayText(dueDate)],
    ['发现疑点', `${findings.total} 条（另有退回行与未采用的值 ${reading.rejects.length} 条）`],
    ['未运行的规则', `${findings.notRun.length} 条`],
    ['规则集版本', versions.ruleSet],
    ['程序版本', versions.program],
    ['疑点编号所用密钥', keyWords[key]],
    ['县配置 SHA-256', profile.sha256 ?? '未提供县配置，全部按默认值'],
  ];
}

/** Who, when, what and with which rules; lines to sign; and, where the run was forced, that it was. */
export function writeCover(page: GridSheet, report: Report): void {
  page.text(reportTitle(report), 'title', 2);
  page.text('所列均为疑似问题，须经核实后处理；内含个人信息，仅限工作使用。', 'subtitle');
  const half = Math.floor(page.columns / 2);
  const labelSpan = 3;
  const pairs = facts(report);
  for (let at = 0; at < pairs.length; at += 2) {
    const cells = pairs.slice(at, at + 2).flatMap(([label, value], side): GridCell[] => [
      { value: label, style: 'label', span: side === 0 ? 1 : labelSpan },
      { value, style: 'value', span: side === 0 ? half - 1 : page.columns - half - labelSpan },
    ]);
    page.line(cells);
  }
  page.gap();
  const third = Math.floor(page.columns / 3);
  page.line(
    [
      { value: '制表：________________', style: 'signature', span: third },
      { value: '审核：________________', style: 'signature', span: third },
      { value: '日期：________年____月____日', style: 'signature', span: page.columns - 2 * third },
    ],
    2,
  );
  if (report.forced.length > 0) {
    page.text(`本次比对超过熔断比例，经强制发布，使用前请先核实数据：${report.forced.join('；')}`, 'alarm', 2);
  }
}
