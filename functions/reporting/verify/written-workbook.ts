import type { ReportFiles } from '../report-files.ts';
import { readWhole, type WrittenFile } from './written-file.ts';
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

/** Sums number columns below the heading; the formula above it is no number. */
class ColumnSums {
  readonly sums: number[];
  readonly #columns: readonly string[];
  readonly #cell: RegExp;
  #rest = '';

  constructor(columns: readonly string[]) {
    this.#columns = columns;
    this.sums = columns.map(() => 0);
    this.#cell = new RegExp(`<c r="(${columns.join('|')})\\d+" s="\\d+"><v>([^<]*)</v>`, 'g');
  }

  add(chunk: Buffer): void {
    const text = this.#rest + chunk.toString('latin1');
    const end = text.lastIndexOf('</row>') + 1;
    for (const [, column, value] of text.slice(0, end).matchAll(this.#cell)) {
      const at = this.#columns.indexOf(column ?? '');
      this.sums[at] = (this.sums[at] ?? 0) + Math.round(Number(value) * 100);
    }
    this.#rest = text.slice(end);
  }
}

/** Sheet names by part, as the workbook and its relationships say. */
async function sheetNames(zip: Buffer, parts: ReadonlyMap<string, ZipPart>): Promise<Map<string, string>> {
  const textOf = async (name: string) => {
    const part = parts.get(name);
    return part === undefined ? '' : unpackText(zip, part);
  };
  const targets = new Map<string, string>();
  for (const [, id, target] of (await textOf('xl/_rels/workbook.xml.rels')).matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)) {
    targets.set(id ?? '', `xl/${target}`);
  }
  const names = new Map<string, string>();
  for (const [, name, id] of (await textOf('xl/workbook.xml')).matchAll(/<sheet name="([^"]*)"[^>]*r:id="(\w+)"/g)) {
    names.set(targets.get(id ?? '') ?? '', (name ?? '').replaceAll('&amp;', '&'));
  }
  return names;
}

/**
 * Counts `report.xlsx` again from its bytes, `expected` of them. `summed`: letters of number columns to sum, by sheet name. `whole` is false
 * where a part does not unpack to what the directory says.
 */
export async function countWorkbook(
  files: ReportFiles,
  expected: number,
  summed: Readonly<Record<string, readonly string[]>>,
): Promise<{ written: WrittenFile; sheets: readonly WrittenSheet[]; whole: boolean }> {
  const { bytes, ...written } = await readWhole(files, 'report.xlsx', expected);
  const parts = new Map(zipParts(bytes).map((part) => [part.name, part]));
  const names = await sheetNames(bytes, parts);
  const sheets: WrittenSheet[] = [];
  let whole = names.size > 0;
  for (const part of parts.values()) {
    const name = names.get(part.name);
    const counter = new RowCounter();
    const columns = new ColumnSums(summed[name ?? ''] ?? []);
    const sums = name !== undefined && name in summed;
    const intact = await unpack(bytes, part, (chunk) => {
      if (name === undefined) return;
      counter.add(chunk);
      if (sums) columns.add(chunk);
    });
    whole &&= intact;
    if (name !== undefined) sheets.push({ name, rows: counter.rows, sums: columns.sums });
  }
  return { written, sheets, whole: whole && [...names.keys()].every((part) => parts.has(part)) };
}
