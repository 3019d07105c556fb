import { severities } from '../../../schemas/finding.ts';
import { severityWords } from '../finding-words.ts';
import type { Report } from '../report.ts';
import type { CellValue } from '../workbook/cells.ts';
import type { GridCell, GridSheet } from '../workbook/grid-sheet.ts';

/** Where a chart finds its names and numbers on this sheet. */
export interface ChartRange {
  readonly first: number;
  readonly last: number;
  readonly namesColumn: number;
  readonly valuesColumn: number;
  readonly names: readonly string[];
  readonly values: readonly number[];
}

const totalColumn = 6;

/** Rule by rule: how many of each level, the yuan, and what could not be ruled out. `sheetOf` names the rule's tab. */
export function writeRuleTable(
  page: GridSheet,
  { findings }: Report,
  number: string,
  sheetOf: (rule: string) => string | undefined,
): ChartRange {
  page.section(`${number}、各规则发现的问题`);
  const { rules } = findings;
  const start = page.row + 2;
  const rows = rules.map((rule, at): (CellValue | GridCell)[] => {
    const sheet = sheetOf(rule.rule);
    const row = start + at;
    const title: GridCell = {
      value: rule.title,
      style: sheet === undefined ? 'text' : 'link',
      ...(sheet ? { link: sheet } : {}),
    };
    const total = { formula: `SUM(C${row}:F${row})`, value: rule.total };
    const amount = rule.money ? rule.amount / 100 : undefined;
    return [title, rule.clause, ...severities.map((severity) => rule.bySeverity[severity]), total, amount, rule.caveat];
  });
  const { first, last } = page.table(
    [
      { heading: '规则', style: 'text' },
      { heading: '条款', style: 'centered' },
      ...severities.map((severity) => ({ heading: severityWords[severity], style: 'whole' as const })),
      { heading: '合计', style: 'totalWhole' },
      { heading: '差额合计（元）', style: 'amount', span: 2 },
      { heading: '未能排除的情形', style: 'long', span: page.rest(9) },
    ],
    rows,
  );
  const sum = (letter: string, value: number): CellValue =>
    rules.length === 0 ? value : { formula: `SUM(${letter}${first}:${letter}${last})`, value };
  page.line([
    { value: '合计', style: 'totalText', span: 2 },
    ...severities.map((severity, at) => ({
      value: sum(
        'CDEF'[at]!,
        rules.reduce((total, { bySeverity }) => total + bySeverity[severity], 0),
      ),
      style: 'totalWhole' as const,
    })),
    { value: sum('G', findings.total), style: 'totalWhole' },
    // Differences of different rules may be the same yuan seen twice, so they have no total.
    { value: undefined, style: 'totalText', span: page.rest(7) },
  ]);
  const names = rules.map(({ title }) => title);
  return { first, last, namesColumn: 0, valuesColumn: totalColumn, names, values: rules.map(({ total }) => total) };
}
