import type { Layout } from '../../schemas/county-profile.ts';
import type { SheetReport } from '../../schemas/reading.ts';
import type { Source } from '../../schemas/sources/source.ts';
import type { FileLog } from './file-log.ts';
import type { ColumnAssignment } from './headings/assign-columns.ts';
import { findHeading } from './headings/find-heading.ts';
import { fitsLayout, layoutAssignment } from './headings/layout-assignment.ts';
import { missingFields } from './headings/missing-fields.ts';
import { unsupportedUnit } from './headings/unsupported-unit.ts';
import type { MergedRange, RawRecord, RawSheet } from './raw-sheet.ts';
import { missingColumns, type Problem, periodProblem, unitProblem } from './refusals.ts';
import type { ControlSums } from './rows/control-sums.ts';
import { RowsBelow } from './rows/rows-below.ts';
import { planSheet } from './rows/sheet-plan.ts';
import { readSheetHead, type SheetHead } from './sheet-head.ts';
import type { SourceReading } from './source-reading.ts';
import { ofOnePeriod } from './titles/of-one-period.ts';
import { type Titles, titlesOf } from './titles/title-text.ts';
import { titleValues } from './titles/title-values.ts';
import { wrongPeriod } from './titles/wrong-period.ts';

/** The file that a sheet is of, and what is gathered of it. */
export interface FileReading {
  readonly file: string;
  readonly isText: boolean;
  readonly log: FileLog;
  readonly sums: ControlSums;
  /** What stood around the rows of each sheet that was read. */
  readonly titles: Titles[];
}

/** What became of a sheet. An unknown one is skipped or refuses the file, as the others turn out. */
export type SheetOutcome =
  | { readonly state: 'read' | 'skipped'; readonly report: SheetReport; readonly unknown: readonly string[] }
  | { readonly state: 'unknown'; readonly report: SheetReport; readonly head: readonly RawRecord[] }
  | { readonly state: 'refused'; readonly report: SheetReport; readonly problems: readonly Problem[] };

/** A heading row found, or a layout of the profile in its place. */
interface Understood {
  readonly assignment: ColumnAssignment;
  readonly heading: readonly RawRecord[];
  readonly above: readonly RawRecord[];
  readonly layout: Layout | undefined;
}

function understand(
  reading: SourceReading,
  isText: boolean,
  head: SheetHead,
  merges: readonly MergedRange[],
): Understood | undefined {
  const { source, dictionary, profile } = reading;
  const found = findHeading(source, dictionary, head.records, merges);
  if (found !== undefined) return { ...found, heading: found.rows, layout: undefined };
  const first = head.records.find(({ cells }) => cells.length > 1);
  const layouts = isText && first !== undefined ? (profile.layouts[source.id] ?? []) : [];
  const layout = layouts.find((each) => fitsLayout(source, each, first!.cells));
  return layout && { assignment: layoutAssignment(source, layout), heading: [], above: [], layout };
}

const skipped = (sheet: RawSheet, outcome: string): SheetReport => ({ sheet: sheet.name, outcome, headingRow: 0, columns: [] });

function periodProblems(
  { source, run }: SourceReading,
  { file, log }: FileReading,
  titles: Titles,
  sheet: string,
): readonly Problem[] {
  if (run.period === undefined || !ofOnePeriod.has(source.id)) return [];
  const words = wrongPeriod(titles, run.period);
  if (words === '') return [];
  if (!run.acceptedPeriods.has(file)) return [periodProblem(words, run.period.text, sheet, file)];
  const remark = `标题、工作表名或文件名写的是“${words}”，按 --accept-period 作为本期 ${run.period.text} 读取。`;
  if (!log.remarks.includes(remark)) log.remarks.push(remark);
  return [];
}

/** Of money columns, those too that were passed over for their unit alone. */
function unitProblems(
  source: Source,
  { winners, unknown }: ColumnAssignment,
  missing: readonly string[],
  sheet: string,
): readonly Problem[] {
  const ofMoney = [...winners].filter(([name]) => source.fields[name]!.kind === 'money').map(([, { written }]) => written);
  const lacksMoney = missing.some((name) => source.fields[name]!.kind === 'money');
  const passedOver = lacksMoney ? unknown.map(({ written }) => written) : [];
  return [...ofMoney, ...passedOver].flatMap((heading) => {
    const unit = unsupportedUnit(heading);
    return unit === '' ? [] : [unitProblem(heading, unit, sheet)];
  });
}

const titleUnit = /单位[:：]?(万元|分)/;

function unitRemark({ above }: Titles, { winners }: ColumnAssignment, reading: SourceReading): string {
  const unit = above.map((title) => titleUnit.exec(title)?.[1]).find((each) => each !== undefined);
  const unmarked = [...winners].some(([name, cell]) => reading.source.fields[name]!.kind === 'money' && cell.unit === undefined);
  return unit !== undefined && unmarked ? `标题写明单位为${unit}，而金额列的表头没有写单位，已按元读取，请核对。` : '';
}

/** Reads one sheet into the source's table. Throws `FileRefused` where its bytes turn out to be damaged. */
export async function readSheet(sheet: RawSheet, reading: SourceReading, file: FileReading): Promise<SheetOutcome> {
  if (!sheet.tabular) return { state: 'skipped', report: skipped(sheet, '图表或宏表，未读'), unknown: [] };
  if (!sheet.visible) return { state: 'skipped', report: skipped(sheet, '隐藏的工作表，未读'), unknown: [] };
  const merges = await sheet.merges();
  const head = await readSheetHead(sheet);
  const understood = understand(reading, file.isText, head, merges);
  if (understood === undefined) {
    await head.giveUp();
    const report = skipped(sheet, head.records.length === 0 ? '空的工作表，未读' : '没有可识别的表头，未读');
    return { state: 'unknown', report, head: head.records };
  }
  const { source, profile } = reading;
  const { assignment, heading, above, layout } = understood;
  const titles = titlesOf(above, sheet.name, file.file);
  const values = titleValues(source.fields, titles);
  const categoryIncluded = profile.categoryIncluded[source.id] ?? true;
  const plan = planSheet(source, assignment, { categoryIncluded, titleValues: values });
  const report: SheetReport = { sheet: sheet.name, outcome: '已读', headingRow: heading.at(-1)?.row ?? 0, columns: plan.reports };
  const missing = missingFields(source, assignment, new Set(values.keys()));
  const problems = [
    ...(missing.length > 0 ? [missingColumns(source, assignment, missing, sheet.name)] : []),
    ...unitProblems(source, assignment, missing, sheet.name),
    ...periodProblems(reading, file, titles, sheet.name),
  ];
  if (problems.length > 0) {
    await head.giveUp();
    return { state: 'refused', report: { ...report, outcome: '拒收' }, problems };
  }
  const { log } = file;
  const remark = unitRemark(titles, assignment, reading);
  if (remark !== '') log.remarks.push(remark);
  log.rows.heading += heading.length;
  file.titles.push(titles);
  const setting = {
    table: reading.table,
    log,
    file: file.file,
    sheet: sheet.name,
    isText: file.isText,
    latestBirth: reading.run.latestBirth,
    words: profile.words,
    categoryIncluded,
    results: layout,
  };
  const rows = new RowsBelow(plan, setting, file.sums, { heading, merges });
  const last = heading.at(-1)?.row ?? 0;
  rows.read(head.records.filter(({ row }) => row > last));
  for await (const batch of head.rest) rows.read(batch);
  rows.finish();
  return { state: 'read', report, unknown: plan.unknown };
}
