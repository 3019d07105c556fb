import type { RuleCount } from '../../../schemas/finding.ts';
import { byCodePoints } from '../../../schemas/values/code-point-order.ts';
import { unnamedTownship } from '../finding-words.ts';
import type { Report } from '../report.ts';
import type { CellValue } from '../workbook/cells.ts';
import type { GridSheet } from '../workbook/grid-sheet.ts';
import { columnLetters } from '../workbook/text-width.ts';
import type { ChartRange } from './rule-table.ts';

/** Townships of any finding, by code points, the unnamed one first. */
const townshipsOf = (rules: readonly RuleCount[]): string[] =>
  [...new Set(rules.flatMap(({ byTownship }) => byTownship.map(({ township }) => township)))].sort(byCodePoints);

type Figure = 'count' | 'amount';

function figureOf(rule: RuleCount, figure: Figure): Map<string, number> {
  return new Map(rule.byTownship.map((each) => [each.township, figure === 'count' ? each.count : each.amount / 100]));
}

/** Townships down, rules across: a province has a thousand townships and never more than thirty rules. */
function writeMatrix(page: GridSheet, rules: readonly RuleCount[], townships: readonly string[], figure: Figure): ChartRange {
  const span = figure === 'count' ? 1 : 2;
  const style = figure === 'count' ? 'wholeOrDash' : 'amountOrDash';
  const totalStyle = figure === 'count' ? 'totalWhole' : 'totalAmount';
  const withRowTotals = figure === 'count';
  const figures = rules.map((rule) => figureOf(rule, figure));
  const lastRule = columnLetters(rules.length * span);
  const start = page.row + 2;
  const totals = townships.map((township) => figures.reduce((sum, each) => sum + (each.get(township) ?? 0), 0));
  const rows = townships.map((township, at): CellValue[] => {
    const row = start + at;
    const total = { formula: `SUM(B${row}:${lastRule}${row})`, value: totals[at]! };
    return [township || unnamedTownship, ...figures.map((each) => each.get(township) ?? 0), ...(withRowTotals ? [total] : [])];
  });
  const { first, last } = page.table(
    [
      { heading: '乡镇', style: 'text' },
      ...rules.map(({ title }) => ({ heading: title, style, span }) as const),
      ...(withRowTotals ? [{ heading: '合计', style: totalStyle } as const] : []),
    ],
    rows,
  );
  const sum = (column: number, value: number): CellValue => {
    const letters = columnLetters(column);
    return townships.length === 0 ? value : { formula: `SUM(${letters}${first}:${letters}${last})`, value };
  };
  page.line([
    { value: '合计', style: 'totalText' },
    ...rules.map((rule, at) => ({
      value: sum(1 + at * span, figure === 'count' ? rule.total : rule.amount / 100),
      style: totalStyle as 'totalWhole' | 'totalAmount',
      span,
    })),
    ...(withRowTotals
      ? [
          {
            value: sum(
              rules.length + 1,
              totals.reduce((total, each) => total + each, 0),
            ),
            style: totalStyle as 'totalWhole',
          },
        ]
      : []),
  ]);
  const names = townships.map((township) => township || unnamedTownship);
  return { first, last, namesColumn: 0, valuesColumn: rules.length + 1, names, values: totals };
}

/** Counts of every rule that ran by township; then the yuan of those that give amounts. */
export function writeTownshipTables(page: GridSheet, { findings }: Report, number: string): ChartRange {
  const townships = townshipsOf(findings.rules);
  page.section(`${number}、各乡镇各规则疑点数（条）`);
  const range = writeMatrix(page, findings.rules, townships, 'count');
  const money = findings.rules.filter((rule) => rule.money);
  if (money.length > 0) {
    page.gap();
    page.text('其中涉及金额的规则，差额（元，负数为少发）', 'section');
    writeMatrix(page, money, townships, 'amount');
  }
  return range;
}
