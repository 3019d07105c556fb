import type { MergedRange, RawFile, RawRecord, RawSheet } from '../raw-sheet.ts';
import type { WorkBudget } from '../work-budget.ts';
import { damaged } from './damaged.ts';
import { type DateStyles, dateStylesOf, readDateStyles } from './date-styles.ts';
import { scanXml } from './read-xml.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readMerges } from './sheet-merges.ts';
import { SheetRows } from './sheet-rows.ts';
import { noSharedStrings, type SharedStrings } from './string-store.ts';
import { type SheetPart, workbookParts } from './workbook-parts.ts';
import { ZipArchive } from './zip-archive.ts';

const batchRows = 1024;

/** Opens an .xlsx or .xlsm; macros are a part that nobody asks for. Throws `FileRefused`, also while its sheets are read. */
export async function openXlsx(bytes: Buffer, budget: WorkBudget): Promise<RawFile> {
  const zip = new ZipArchive(bytes, budget);
  const parts = await workbookParts(zip, budget.limits);
  const texts = once(async () =>
    parts.sharedStrings === undefined ? noSharedStrings : readSharedStrings(zip.read(parts.sharedStrings), budget),
  );
  const dates = once(async () =>
    parts.styles === undefined
      ? undefined
      : dateStylesOf(await readDateStyles(zip.read(parts.styles), budget.limits), parts.date1904),
  );
  const sheets = parts.sheets.map((part) => new XlsxSheet(part, zip, budget, texts, dates));
  return { kind: 'xlsx', encoding: undefined, delimiter: undefined, sheets };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= read();
    return result;
  };
}

class XlsxSheet implements RawSheet {
  readonly name: string;
  readonly visible: boolean;
  readonly tabular: boolean;
  readonly #path: string;
  readonly #zip: ZipArchive;
  readonly #budget: WorkBudget;
  readonly #texts: () => Promise<SharedStrings>;
  readonly #dates: () => Promise<DateStyles | undefined>;
  #merges: Promise<MergedRange[]> | undefined;

  constructor(
    part: SheetPart,
    zip: ZipArchive,
    budget: WorkBudget,
    texts: () => Promise<SharedStrings>,
    dates: () => Promise<DateStyles | undefined>,
  ) {
    this.name = part.name;
    this.visible = part.visible;
    this.tabular = part.tabular;
    this.#path = part.path;
    this.#zip = zip;
    this.#budget = budget;
    this.#texts = texts;
    this.#dates = dates;
  }

  async merges(): Promise<readonly MergedRange[]> {
    if (!this.tabular) return [];
    this.#budget.resume();
    this.#merges ??= readMerges(this.#zip.read(this.#path), this.#budget.limits);
    const merges = await this.#merges;
    this.#budget.pause();
    return merges;
  }

  async *batches(): AsyncGenerator<readonly RawRecord[]> {
    if (!this.tabular) return;
    this.#budget.resume();
    const rows = new SheetRows(this.#budget, await this.#texts(), await this.#dates());
    for await (const _ of scanXml(this.#zip.read(this.#path), this.#budget.limits, rows)) {
      if (rows.waiting < batchRows) continue;
      this.#budget.pause();
      yield rows.take();
      this.#budget.resume();
    }
    if (this.#merges !== undefined && rows.mergedRanges !== (await this.#merges).length) throw damaged('合并单元格前后不一致');
    this.#budget.pause();
    if (rows.waiting > 0) yield rows.take();
  }
}
