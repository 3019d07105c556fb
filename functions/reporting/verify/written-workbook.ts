import type { ReportFiles } from '../report-files.ts';
import { endOf, FileBytes } from './file-bytes.ts';
import type { WrittenFile } from './written-file.ts';
import { unpack, unpackText, type ZipPart, zipParts } from './zip-parts.ts';

/** What a sheet holds, counted from its bytes. */
export interface WrittenSheet {
  readonly name: string;
  /** Rows below the heading. */
  readonly rows: number;
  /** Sums in fen of the number columns that were asked for. */
  readonly sums: readonly number[];
}

/** Between any two rows; longer than a tag, so that the search can leap. */
const betweenRows = Buffer.from('</row><row r="');
const rowEnd = Buffer.from('</row>');
/** Of a chunk's end, kept for what stands across two chunks. */
const overlap = betweenRows.length - 1;
const tailLength = 4096;

/** Counts the rows of a sheet while it is unpacked; its text is never whole in memory. */
class RowCounter {
  #end: Buffer = Buffer.alloc(0);
  #tail: Buffer = Buffer.alloc(0);
  #gaps = 0;

  add(chunk: Buffer): void {
    const seam = Buffer.concat([this.#end, chunk.subarray(0, overlap)]);
    this.#gaps += occurrences(seam) + occurrences(chunk);
    this.#end = Buffer.concat([this.#end, chunk.subarray(-overlap)]).subarray(-overlap);
    this.#tail =
      chunk.length >= tailLength ? chunk.subarray(-tailLength) : Buffer.concat([this.#tail, chunk]).subarray(-tailLength);
  }

  /** Rows below the heading, which is where the filter begins; every row of a sheet without one. */
  get rows(): number {
    const heading = /<autoFilter ref="[A-Z]+(\d+):/.exec(this.#tail.toString('latin1'));
    return this.#gaps + 1 - Number(heading?.[1] ?? 0);
  }
}

function occurrences(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(betweenRows); at >= 0; at = bytes.indexOf(betweenRows, at + betweenRows.length)) count++;
  return count;
}

/** Sums number columns below the heading; whole rows at a time, so that no cell is cut. */
class ColumnSums {
  readonly sums: number[];
  /** A column's cell of a number; the formula above the numbers is none. */
  readonly #cells: readonly RegExp[];
  #rest: Buffer = Buffer.alloc(0);

  constructor(columns: readonly string[]) {
    this.sums = columns.map(() => 0);
    this.#cells = columns.map((column) => new RegExp(`<c r="${column}\\d+" s="\\d+"><v>([^<]*)</v>`));
  }

  add(chunk: Buffer): void {
    const bytes = Buffer.concat([this.#rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(rowEnd); end >= 0; end = bytes.indexOf(rowEnd, from)) {
      this.#addRow(bytes.toString('latin1', from, end));
      from = end + rowEnd.length;
    }
    this.#rest = bytes.subarray(from);
  }

  #addRow(row: string): void {
    for (const [column, cell] of this.#cells.entries()) {
      const value = cell.exec(row)?.[1];
      if (value !== undefined) this.sums[column]! += Math.round(Number(value) * 100);
    }
  }
}

/** The directory of ten thousand parts is shorter, with the parts that name the sheets, which are written last. */
const longestEnd = 1 << 20;
const workbookFile = 'report.xlsx';
const [workbookPart, relationsPart] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];

/** Sheet names by part, as the workbook and its relationships say. */
function sheetNames(end: Buffer, before: number, parts: readonly ZipPart[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const part of parts) {
    if (part.name === workbookPart || part.name === relationsPart) texts.set(part.name, unpackText(part, end, before));
  }
  const targets = new Map<string, string>();
  for (const [, id, target] of (texts.get(relationsPart) ?? '').matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)) {
    targets.set(id ?? '', `xl/${target}`);
  }
  const names = new Map<string, string>();
  for (const [, name, id] of (texts.get(workbookPart) ?? '').matchAll(/<sheet name="([^"]*)"[^>]*r:id="(\w+)"/g)) {
    names.set(targets.get(id ?? '') ?? '', (name ?? '').replaceAll('&amp;', '&'));
  }
  return names;
}

/**
 * Counts `report.xlsx` again from its bytes. `summed`: letters of number columns to sum, by sheet name. `whole` is false
 * where a part does not unpack to what the directory says. The file is passed over twice, for its end and for the sheets: to
 * keep it instead would take most of the memory of the counting.
 */
export async function countWorkbook(
  files: ReportFiles,
  summed: Readonly<Record<string, readonly string[]>>,
): Promise<{ written: WrittenFile; sheets: readonly WrittenSheet[]; whole: boolean }> {
  const { bytes, before } = await endOf(files, workbookFile, longestEnd);
  const parts = zipParts(bytes, before);
  const names = sheetNames(bytes, before, parts);
  const sheets: WrittenSheet[] = [];
  let whole = names.size > 0;
  const zip = new FileBytes(files, workbookFile);
  try {
    for (const part of parts) {
      const name = names.get(part.name);
      const counter = new SheetCounter(name === undefined ? [] : (summed[name] ?? []));
      const intact = await unpack(zip, part, (chunk) => {
        if (name !== undefined) counter.add(chunk);
      });
      whole &&= intact;
      if (name !== undefined) sheets.push({ name, rows: counter.rows, sums: counter.sums });
    }
    const written = await zip.end();
    const present = new Set(parts.map(({ name }) => name));
    return { written, sheets, whole: whole && [...names.keys()].every((part) => present.has(part)) };
  } finally {
    await zip.close();
  }
}

/** Rows, and sums where columns are asked for. */
class SheetCounter {
  readonly #rows = new RowCounter();
  readonly #sums: ColumnSums | undefined;

  constructor(columns: readonly string[]) {
    this.#sums = columns.length === 0 ? undefined : new ColumnSums(columns);
  }

  add(chunk: Buffer): void {
    this.#rows.add(chunk);
    this.#sums?.add(chunk);
  }

  get rows(): number {
    return this.#rows.rows;
  }

  get sums(): readonly number[] {
    return this.#sums?.sums ?? [];
  }
}
