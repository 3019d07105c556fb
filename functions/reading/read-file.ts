import type { FileReport, SheetReport, UnknownWord } from '../../schemas/reading.ts';
import type { Reject, RejectedRow } from '../../schemas/reject.ts';
import { meaningsOf, type Source } from '../../schemas/sources/source.ts';
import { dayText } from '../../schemas/values/day.ts';
import { paidOutside } from './bank-window.ts';
import { FileLog, hiddenWord } from './file-log.ts';
import { FileRefused } from './file-refused.ts';
import { headingsSeen } from './headings/headings-seen.ts';
import type { RawFile } from './raw-sheet.ts';
import { type FileReading, readSheet } from './read-sheet.ts';
import { headingNotFound, type Problem, windowProblem } from './refusals.ts';
import { ControlSums } from './rows/control-sums.ts';
import type { SourceReading } from './source-reading.ts';
import { dataDay, isFarFrom } from './titles/data-day.ts';
import { ofOnePeriod } from './titles/of-one-period.ts';
import { titlePeriods } from './titles/title-periods.ts';
import { type Titles, titlesOf } from './titles/title-text.ts';

/** A file opened, with what identifies its bytes. */
export interface OpenedSource extends RawFile {
  readonly size: number;
  readonly sha256: string;
}

export interface FileResult {
  readonly report: FileReport;
  readonly rejects: readonly Reject[];
  readonly rejectedRows: readonly RejectedRow[];
  /** Periods that titles, sheets and the file's name name, as written. */
  readonly namedPeriods: readonly string[];
  /** Not empty: the file is refused, and what was read of it counts for nothing. */
  readonly problems: readonly Problem[];
}

function unknownWords(source: Source, log: FileLog): readonly UnknownWord[] {
  return log.unknownWords().map(({ field: name, word, count }) => {
    if (word === hiddenWord) return { field: name, word, count, profileLine: '' };
    // Which of the field's values the word stands for only a clerk can say: the line has the first, and says so where it is shown.
    const [value = ''] = meaningsOf(source.fields[name]!);
    const line = JSON.stringify({ [source.id]: { [name]: { [value]: [word] } } });
    return { field: name, word, count, profileLine: `"words": ${line}` };
  });
}

/** Like columns that were not taken, each once whatever the number of sheets. */
function loserRemarks(source: Source, sheets: readonly SheetReport[]): readonly string[] {
  const columns = sheets.flatMap((sheet) => sheet.columns);
  const losers = columns
    .filter(({ loser }) => loser)
    .map(({ heading, field }) => `“${heading}”（${source.fields[field]!.heading}）`);
  return losers.length === 0 ? [] : [`未采用的同类列：${[...new Set(losers)].join('、')}。`];
}

function titlesOfFile({ titles, file }: FileReading): readonly Titles[] {
  return titles.length > 0 ? titles : [titlesOf([], '', file)];
}

function namedPeriods(file: FileReading): readonly string[] {
  const titles = titlesOfFile(file).flatMap(({ above, sheet, file: name }) => [...above, sheet, name]);
  return [...new Set(titles.flatMap((title) => titlePeriods(title).map(({ words }) => words)))];
}

function dayOf(reading: SourceReading, file: FileReading) {
  if (ofOnePeriod.has(reading.source.id)) return undefined;
  const day = titlesOfFile(file)
    .map(dataDay)
    .find((each) => each !== undefined);
  const { asOf } = reading.run;
  if (day !== undefined && asOf !== undefined && isFarFrom(day, asOf)) {
    file.log.remarks.push(`数据时点 ${dayText(day)} 与比对日 ${dayText(asOf)} 相差超过六个月，请核对是否为最新名册。`);
  }
  return day;
}

/** Whether the days of a bank file are those of the period; a wrong file shows it even where no title does. */
function windowProblems({ source, run, table }: SourceReading, { file, log }: FileReading, start: number): readonly Problem[] {
  if (source.id !== 'bank-payout' || run.period === undefined) return [];
  const { paid, outside } = paidOutside(table, start, run.period);
  if (outside * 2 <= paid) return [];
  if (!run.acceptedPeriods.has(file)) return [windowProblem(outside, paid, run.period.text, file)];
  log.remarks.push(`已发放的 ${paid} 行中有 ${outside} 行的交易日期不在本期前后，按 --accept-period 读取。`);
  return [];
}

/** Reads all sheets of a file into the source's table. What damage throws becomes a problem of the file. */
export async function readFile(raw: OpenedSource, name: string, reading: SourceReading): Promise<FileResult> {
  const log = new FileLog();
  const file: FileReading = { file: name, isText: raw.kind === 'text', log, sums: new ControlSums(), titles: [] };
  const start = reading.table.length;
  const sheets: SheetReport[] = [];
  const problems: Problem[] = [];
  const unknownColumns = new Set<string>();
  const seen: string[] = [];
  let recognised = false;
  try {
    for (const sheet of raw.sheets) {
      const outcome = await readSheet(sheet, reading, file);
      sheets.push(outcome.report);
      if (outcome.state === 'unknown') seen.push(...headingsSeen(outcome.head));
      else if (outcome.state === 'refused') problems.push(...outcome.problems);
      else for (const heading of outcome.unknown) unknownColumns.add(heading);
      recognised ||= outcome.state === 'read' || outcome.state === 'refused';
    }
    if (!recognised) problems.push(headingNotFound(reading.source, [...new Set(seen)]));
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    problems.push({ reason: error.reason, mend: error.mend });
  }
  const { rows } = log;
  if (problems.length === 0) {
    problems.push(...windowProblems(reading, file, start));
    if (rows.read === 0) log.remarks.push('有表头而没有数据行。');
  }
  if (rows.read !== rows.accepted + rows.rejected && problems.length === 0) {
    throw new Error(`rows of ${reading.source.id} lost while reading`);
  }
  const report: FileReport = {
    source: reading.source.id,
    file: name,
    kind: raw.kind,
    encoding: raw.encoding,
    delimiter: raw.delimiter,
    size: raw.size,
    sha256: raw.sha256,
    sheets,
    rows: { ...rows },
    repairs: log.repairs.counts(),
    unknownColumns: [...unknownColumns],
    unknownWords: unknownWords(reading.source, log),
    dataDay: dayOf(reading, file),
    remarks: [...loserRemarks(reading.source, sheets), ...log.closeRemarks()],
    sameAs: undefined,
    controlTotals: file.sums.finish(),
  };
  return { report, rejects: log.rejects, rejectedRows: log.rejectedRows, namedPeriods: namedPeriods(file), problems };
}
