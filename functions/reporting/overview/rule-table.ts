import { severities, severityWords } from '../../../schemas/finding.ts';
import type { Report } from '../report.ts';
import type { CellValue } from '../workbook/cells.ts';
import type { GridCell, GridSheet } from '../workbook/grid-sheet.ts';
import { columnLetters } from '../workbook/text-width.ts';

/** Where a chart finds its names and numbers on this sheet. */
export interface ChartRange {
  readonly first: number;
  readonly last: number;
  readonly namesColumn: number;
  readonly valuesColumn: number;
  readonly names: readonly string[];
  readonly values: readonly number[];
}

/** Grid columns of each of its columns, in their order; the last one has the rest. */
const spans = { rule: 3, clause: 2, level: 2, total: 2, amount: 3 } as const;
const levelsAt = spans.rule + spans.clause;
const totalColumn = levelsAt + severities.length * spans.level;
const levelLetters = severities.map((_, at) => columnLetters(levelsAt + at * spans.level));
const totalLetters = columnLetters(totalColumn);

/** Rule by rule: how many of each level, the yuan, and what could not be ruled out. `sheetOf` names the rule's tab. */
export function writeRuleTable(
  page: GridSheet,
  { findings }: Report,
  number: string,
  sheetOf: (rule: string) => string | undefined,
): ChartRange {
  page.section(`${number}、各规则发现的疑点`);
  const { rules } = findings;
  const start = page.row + 2;
  const withMoney = rules.some(({ money }) => money);
  const taken = totalColumn + spans.total + (withMoney ? spans.amount : 0);
  const rows = rules.map((rule, at): (CellValue | GridCell)[] => {
    const sheet = sheetOf(rule.rule);
    const row = start + at;
    const title: GridCell = {
      value: rule.title,
      style: sheet === undefined ? 'text' : 'link',
      ...(sheet ? { link: sheet } : {}),
    };
    const total = { formula: `SUM(${levelLetters[0]}${row}:${levelLetters.at(-1)}${row})`, value: rule.total };
    const amount = withMoney ? [rule.money ? rule.amount / 100 : undefined] : [];
    return [
      title,
      rule.clause,
      ...severities.map((severity) => rule.bySeverity[severity]),
      total,
      ...amount,
      rule.caveat || '无',
    ];
  });
  const { first, last } = page.table(
    [
      { heading: '规则', style: 'text', span: spans.rule },
      { heading: '条款', style: 'centered', span: spans.clause },
      ...severities.map((severity) => ({
        heading: severityWords[severity],
        style: 'wholeOrDash' as const,
        span: spans.level,
      })),
      { heading: '合计', style: 'totalWhole', span: spans.total },
      ...(withMoney ? [{ heading: '差额合计（元）', style: 'amount', span: spans.amount } as const] : []),
      { heading: '未能排除的情形', style: 'long', span: page.rest(taken) },
    ],
    rows,
  );
  const sum = (letter: string, value: number): CellValue =>
    rules.length === 0 ? value : { formula: `SUM(${letter}${first}:${letter}${last})`, value };
  page.line([
    { value: '合计', style: 'totalText', span: levelsAt },
    ...severities.map((severity, at) => ({
      value: sum(
        levelLetters[at]!,
        rules.reduce((total, { bySeverity }) => total + bySeverity[severity], 0),
      ),
      style: 'totalWhole' as const,
      span: spans.level,
    })),
    { value: sum(totalLetters, findings.total), style: 'totalWhole', span: spans.total },
    // Differences of different rules may be the same yuan seen twice, so they have no total.
    { value: undefined, style: 'totalText', span: page.rest(totalColumn + spans.total) },
  ]);
  const names = rules.map(({ title }) => title);
  return { first, last, namesColumn: 0, valuesColumn: totalColumn, names, values: rules.map(({ total }) => total) };
}
