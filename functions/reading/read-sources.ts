import type { CountyProfile } from '../../schemas/county-profile.ts';
import type { FileReport, ReadingContext, ReadingResult, Refusal } from '../../schemas/reading.ts';
import type { Reject, RejectedRow } from '../../schemas/reject.ts';
import type { SourceTable } from '../../schemas/source-table.ts';
import { type SourceId, sourceIds } from '../../schemas/sources/source.ts';
import { sources } from '../../schemas/sources/sources.ts';
import { inFileOrder, isSkipped } from './file-order.ts';
import { FileRefused } from './file-refused.ts';
import { type FileUnit, type FileUnits, filesReadHere, type InboxFile } from './file-units.ts';
import type { FileResult } from './read-file.ts';
import { type ReadingRun, readingRun, type SourceReading, sourceReading } from './source-reading.ts';
import { dropSuperseded } from './superseded-rows.ts';
import { TextArena } from './table/text-arena.ts';

/** Told after each file: bytes done, of all. */
export type ReadingProgress = (done: number, total: number) => void;

const refusalOf = (file: string, source: SourceId | undefined, { reason, mend }: { reason: string; mend: string }): Refusal => ({
  file,
  source,
  reason,
  mend,
});

/** Reads the files of a run; gathers every refusal instead of stopping at the first. */
class Reading {
  readonly refusals: Refusal[] = [];
  readonly files: FileReport[] = [];
  readonly rejects: Reject[] = [];
  readonly rejectedRows: RejectedRow[] = [];
  readonly tables: { [Id in SourceId]?: SourceTable } = {};
  readonly unused = new Set<SourceId>();
  readonly #profile: CountyProfile;
  readonly #run: ReadingRun;
  readonly #used: ReadonlySet<SourceId>;
  readonly #pool = new TextArena();
  readonly #units: FileUnits;
  readonly #told: (file: InboxFile) => void;

  constructor(
    profile: CountyProfile,
    run: ReadingRun,
    used: readonly SourceId[],
    units: FileUnits,
    told: (file: InboxFile) => void,
  ) {
    this.#profile = profile;
    this.#run = run;
    this.#used = new Set(used);
    this.#units = units;
    this.#told = told;
  }

  /** Files by the source that they are of; those that no job of this run uses are left unread, and named. */
  async bySource(files: readonly InboxFile[]): Promise<ReadonlyMap<SourceId, readonly InboxFile[]>> {
    const bySource = new Map<SourceId, InboxFile[]>();
    for (const file of files) {
      const source = file.source ?? (await this.#refusing(file, undefined, () => this.#units.recognise(file)));
      if (source === undefined) continue;
      if (this.#used.has(source)) bySource.set(source, [...(bySource.get(source) ?? []), file]);
      else this.unused.add(source);
    }
    return bySource;
  }

  async readSource(id: SourceId, files: readonly InboxFile[]): Promise<void> {
    const reading = sourceReading(id, this.#profile, this.#run, this.#pool);
    const byHash = new Map<string, string>();
    const reports: FileReport[] = [];
    const starts: number[] = [];
    const all = files.reduce((sum, { size }) => sum + size, 0);
    const expectTexts = this.#pool.expecting();
    let done = 0;
    for (const file of inFileOrder(files)) {
      const unit = await this.#refusing(file, id, () => this.#units.open(file, id));
      this.#told(file);
      reading.table.beginFile(done / all, file.size / all);
      done += file.size;
      if (unit === undefined) continue;
      const same = byHash.get(unit.sha256);
      starts.push(reading.table.length);
      if (same !== undefined) {
        reports.push(sameFile(unit, file.name, id, same));
        continue;
      }
      byHash.set(unit.sha256, file.name);
      reports.push(this.#take(file, await unit.read(reading)));
      // A workbook, packed, has more texts than a text file of its size.
      if (unit.kind === 'text') expectTexts(done / all);
    }
    this.#finish(id, reading, reports, starts);
  }

  #take(file: InboxFile, { report, rejects, rejectedRows, problems }: FileResult): FileReport {
    for (const problem of problems) this.refusals.push(refusalOf(file.name, report.source, problem));
    for (const reject of rejects) this.rejects.push(reject);
    for (const row of rejectedRows) this.rejectedRows.push(row);
    return report;
  }

  #finish(id: SourceId, { table }: SourceReading, reports: readonly FileReport[], starts: readonly number[]): void {
    const superseded = id === 'poverty-registration' ? dropSuperseded(table, starts) : [];
    for (const [at, report] of reports.entries()) {
      this.files.push({ ...report, rows: { ...report.rows, superseded: superseded[at] ?? 0 } });
    }
    this.tables[id] = table.finish();
  }

  async #refusing<Value>(file: InboxFile, source: SourceId | undefined, read: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      this.refusals.push(refusalOf(file.name, source, error));
      return undefined;
    }
  }
}

const noRows = { read: 0, accepted: 0, rejected: 0, superseded: 0, blank: 0, heading: 0, total: 0, note: 0 };

function sameFile(unit: FileUnit, file: string, source: SourceId, same: string): FileReport {
  return {
    source,
    file,
    kind: unit.kind,
    encoding: unit.encoding,
    delimiter: unit.delimiter,
    size: unit.size,
    sha256: unit.sha256,
    sheets: [],
    rows: noRows,
    repairs: {},
    unknownColumns: [],
    unknownWords: [],
    remarks: [`与文件“${same}”内容完全相同，只读取一次。`],
    dataDay: undefined,
    sameAs: same,
    controlTotals: [],
  };
}

/** Two files of one name would have the same addresses. */
function sameNames(id: SourceId, files: readonly InboxFile[]): readonly Refusal[] {
  const names = files.map(({ name }) => name.normalize('NFC'));
  const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
  return twice.map((name) => ({
    file: name,
    source: id,
    reason: `“${sources[id].name}”有两个同名文件（来源文件夹内和上一级各一个），行的出处会混淆。`,
    mend: '请改名或删去其中一个。',
  }));
}

function withoutRows(id: SourceId, files: readonly FileReport[], { county, period }: ReadingContext): Refusal | undefined {
  const own = files.filter(({ source }) => source === id);
  if (own.some(({ rows }) => rows.accepted > rows.superseded)) return undefined;
  const { name } = sources[id];
  return own.length === 0
    ? {
        file: '',
        source: id,
        reason: `缺少必需的来源“${name}”（${id}）。`,
        mend: `请把文件放入收件文件夹的 ${county}/${period}/${id}。`,
      }
    : { file: '', source: id, reason: `必需的来源“${name}”（${id}）没有一行可用的数据。`, mend: '请核对文件内容和退回行。' };
}

const acceptedNothing = (name: string): Refusal => ({
  file: name,
  source: undefined,
  reason: '参数 --accept-period 写的这个文件不在收件文件夹中。',
  mend: '请核对文件名（连同扩展名）；已不需要时去掉这个参数。',
});

/**
 * Reads every file of `used` sources into typed tables. Refusals are gathered, not thrown: a run with any must stop.
 * The order of `files` does not matter. `units` says where the files' contents come from. What the store throws goes through.
 */
export async function readSources(
  files: readonly InboxFile[],
  context: ReadingContext,
  profile: CountyProfile,
  used: readonly SourceId[],
  required: readonly SourceId[],
  progress?: ReadingProgress,
  units: FileUnits = filesReadHere(profile),
): Promise<ReadingResult> {
  const kept = inFileOrder(files.filter(({ name }) => !isSkipped(name)));
  const total = kept.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const reading = new Reading(profile, readingRun(context), used, units, ({ size }) => {
    done += size;
    progress?.(done, total);
  });
  const bySource = await reading.bySource(kept);
  for (const id of sourceIds) {
    const own = bySource.get(id) ?? [];
    const ambiguous = sameNames(id, own);
    reading.refusals.push(...ambiguous);
    if (own.length > 0 && ambiguous.length === 0) await reading.readSource(id, own);
  }
  const names = new Set(kept.map(({ name }) => name));
  for (const name of context.acceptedPeriods) if (!names.has(name)) reading.refusals.push(acceptedNothing(name));
  const refused = new Set(reading.refusals.map(({ source }) => source));
  for (const id of required) {
    const refusal = refused.has(id) ? undefined : withoutRows(id, reading.files, context);
    if (refusal !== undefined) reading.refusals.push(refusal);
  }
  return {
    tables: reading.tables as ReadingResult['tables'],
    files: reading.files,
    rejects: reading.rejects,
    rejectedRows: reading.rejectedRows,
    refusals: reading.refusals,
    skippedFiles: files.length - kept.length,
    unusedSources: sourceIds.filter((id) => reading.unused.has(id)),
  };
}
