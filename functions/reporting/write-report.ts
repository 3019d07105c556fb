import type { Manifest } from '../../schemas/manifest.ts';
import type { Summary } from '../../schemas/summary.ts';
import { findingLine, findingsHead } from './findings-csv.ts';
import { manifestOf } from './manifest-of.ts';
import { MeasuredSink } from './measured-sink.ts';
import { reportTitle } from './overview/cover.ts';
import { chartCount, writeOverview } from './overview-sheet.ts';
import { rejectLine, rejectsHead } from './rejects-csv.ts';
import type { Report } from './report.ts';
import type { ReportFiles } from './report-files.ts';
import { fileLayout } from './sheets/file-sheet.ts';
import { householdLayout, householdTotals } from './sheets/household-sheet.ts';
import { rejectLayout } from './sheets/reject-sheet.ts';
import { RuleSheets } from './sheets/rule-sheets.ts';
import { summaryOf } from './summary-of.ts';
import { TextSink } from './text-sink.ts';
import { fittedColumns, rowsLookedAt } from './workbook/fitted-columns.ts';
import { type TableLayout, TableSheet, type TableTotals } from './workbook/table-sheet.ts';
import { quotedName, Workbook } from './workbook/workbook.ts';

export interface WrittenReport {
  readonly summary: Summary;
  readonly manifest: Manifest;
}

type Output = Manifest['outputs'][number];

/** Told now and then, with how many findings are written. */
export type WritingProgress = (done: number, total: number) => void;

/**
 * Writes `findings.csv`, `rejects.csv`, `summary.json`, `report.xlsx` and `manifest.json`. Every finding is rendered once
 * and goes into its line and its sheet row together; nothing of it is kept. The same report gives the same bytes.
 */
export async function writeReport(files: ReportFiles, report: Report, progress?: WritingProgress): Promise<WrittenReport> {
  const outputs: Output[] = [];
  const output = async (file: string) => {
    const sink = new MeasuredSink(await files.create(file));
    const close = async () => {
      await sink.close();
      outputs.push({ file, size: sink.size, sha256: sink.sha256 });
    };
    return { sink, text: new TextSink(sink), close };
  };
  const whole = async (file: string, content: string) => {
    const { sink, close } = await output(file);
    await sink.write(Buffer.from(content, 'utf8'));
    await close();
  };

  const csv = await output('findings.csv');
  const xlsx = await output('report.xlsx');
  await csv.text.add(findingsHead);
  const workbook = await Workbook.start(xlsx.sink, reportTitle(report), chartCount(report));
  await writeSheets(workbook, report, csv.text, progress);
  await csv.text.flush();
  await csv.close();

  const rejects = await output('rejects.csv');
  await rejects.text.add(rejectsHead);
  for (const reject of report.reading.rejects) await rejects.text.add(rejectLine(reject));
  await rejects.text.flush();
  await rejects.close();

  const workbookParts = await workbook.finish();
  await xlsx.close();
  const summary = summaryOf(report);
  await whole('summary.json', jsonText(summary));
  const manifest = manifestOf(report, outputs, workbookParts);
  await whole('manifest.json', jsonText(manifest));
  return { summary, manifest };
}

async function writeSheets(workbook: Workbook, report: Report, csv: TextSink, progress?: WritingProgress): Promise<void> {
  if (report.payout !== undefined) {
    const { households } = report.payout;
    // However few there are, the sheet looks as in every other quarter.
    await writeTable(workbook, householdLayout, households, Number.POSITIVE_INFINITY, householdTotals(households));
  }
  const places = await writeFindings(workbook, report, csv, progress);
  await writeTable(workbook, rejectLayout, report.reading.rejects, report.reading.rejects.length);
  await writeTable(workbook, fileLayout, report.reading.files, report.reading.files.length);
  // Last among the parts, though it is the first tab: it leads to the other sheets by their names.
  await writeOverview(workbook, report, (rule) => places.get(rule));
}

/** Line and row of every finding. Resolves to the place of each rule's sheet. */
async function writeFindings(
  workbook: Workbook,
  { findings }: Report,
  csv: TextSink,
  progress?: WritingProgress,
): Promise<ReadonlyMap<string, string>> {
  const places = new Map<string, string>();
  let done = 0;
  for (const [order, rule] of findings.rules.entries()) {
    const sheets = new RuleSheets(workbook, rule, order);
    for (const finding of findings.ofRule(rule.rule)) {
      // Awaited only where a stream is full: a promise for each of half a million findings would cost more than they do.
      const line = csv.add(findingLine(finding));
      if (line !== undefined) await line;
      const row = sheets.add(finding);
      if (row !== undefined) await row;
      done++;
      if (done % 10_000 === 0) progress?.(done, findings.total);
    }
    await sheets.finish();
    if (sheets.firstSheet !== '') places.set(rule.rule, `${quotedName(sheets.firstSheet)}!A1`);
  }
  return places;
}

async function writeTable<Row>(
  workbook: Workbook,
  layout: TableLayout<Row>,
  rows: Iterable<Row>,
  count: number,
  totals?: TableTotals,
): Promise<void> {
  const columns = fittedColumns(layout.columns, rows, count <= rowsLookedAt);
  const table = new TableSheet(workbook, { ...layout, columns }, totals && { totals });
  for (const row of rows) {
    const written = table.add(row);
    if (written !== undefined) await written;
  }
  await table.finish(true);
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
