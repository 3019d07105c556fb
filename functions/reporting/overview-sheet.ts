import { type Chart, chartParts } from './overview/chart.ts';
import { writeCover } from './overview/cover.ts';
import { writeMoneyProof } from './overview/money-proof.ts';
import { writeNotRun, writeProfile } from './overview/not-run.ts';
import { writeRowProof } from './overview/row-proof.ts';
import { type ChartRange, writeRuleTable } from './overview/rule-table.ts';
import { writeTownshipTables } from './overview/township-table.ts';
import type { Report } from './report.ts';
import { tabPlaces } from './sheets/rule-sheets.ts';
import { GridSheet } from './workbook/grid-sheet.ts';
import type { SheetFrame } from './workbook/sheet-part.ts';
import type { Workbook } from './workbook/workbook.ts';

export const overviewName = '汇总';
const sections = '一二三四五六七八九';
/** Six digits, and headings of three letters a line. */
const gridWidth = 8;
const chartRows = 26;
/** More names than that cannot be read along an axis; the table above the chart has them all. */
const namesOnAxis = 40;

/** Charts of the overview: none where nothing was found. */
export const chartCount = ({ findings }: Report): number => (findings.total > 0 ? 2 : 0);

function drawCharts(page: GridSheet, report: Report, rules: ChartRange, townships: ChartRange): readonly Chart[] {
  if (chartCount(report) === 0) return [];
  const top = page.row;
  const middle = Math.floor(page.columns / 2);
  const at = { top, bottom: top + chartRows };
  return [
    { title: '各规则疑点数', kind: 'bar', range: rules, at: { ...at, left: 0, right: middle } },
    { title: '各乡镇疑点数', kind: 'col', range: firstNames(townships), at: { ...at, left: middle, right: page.columns } },
  ];
}

const firstNames = (range: ChartRange): ChartRange => ({
  ...range,
  last: Math.min(range.last, range.first + namesOnAxis - 1),
  names: range.names.slice(0, namesOnAxis),
  values: range.values.slice(0, namesOnAxis),
});

/**
 * 汇总, the sheet that is printed first: who, when, what was read and that nothing of it was lost, what was found where,
 * and what was not looked at. `sheetOf` gives the place of a rule's own sheet.
 */
export async function writeOverview(
  workbook: Workbook,
  report: Report,
  sheetOf: (rule: string) => string | undefined,
): Promise<void> {
  // One column a rule, one for the townships and one for the total.
  const columns = Math.max(22, report.findings.rules.length + 2);
  const page = new GridSheet([22, ...Array.from({ length: columns - 1 }, () => gridWidth)]);
  let section = 0;
  const next = () => sections[section++] ?? '';
  writeCover(page, report);
  if (report.payout !== undefined) writeMoneyProof(page, report, report.payout.money, next());
  else writeRowProof(page, report, next());
  page.newPage();
  const rules = writeRuleTable(page, report, next(), sheetOf);
  const townships = writeTownshipTables(page, report, next());
  if (report.payout !== undefined) writeRowProof(page, report, next());
  writeNotRun(page, report, next());
  writeProfile(page, report, next());
  if (chartCount(report) > 0) page.newPage();
  const charts = drawCharts(page, report, rules, townships);
  const frame: SheetFrame = {
    widths: page.widths,
    frozenRows: 1,
    repeatedRows: [1, 1],
    merges: page.merges,
    links: page.links,
    pageBreaks: page.pageBreaks,
  };
  const sheet = await workbook.openSheet(
    overviewName,
    tabPlaces.overview,
    frame,
    charts.length > 0 ? chartParts(overviewName, charts) : undefined,
  );
  for (const row of page.rows) await sheet.rows.add(row);
  await sheet.close(frame);
}
