import type { SourceTable } from '../../../schemas/source-table.ts';
import type { FieldTable, Source, SourceId } from '../../../schemas/sources/source.ts';
import { type Column, columnFor } from './column.ts';
import { ColumnTable } from './column-table.ts';
import { RowAddresses } from './row-addresses.ts';
import { settleArrays } from './settled-arrays.ts';
import type { TextArena } from './text-arena.ts';

const firstCapacity = 1024;
/** However short the first lines are. */
const mostTimes = 1024;

/** In all, where so many are the `share` that is read. */
function expectedRows(rows: number, share: number): number {
  const all = Math.ceil(rows * Math.min(1 / share, mostTimes));
  // Files are not quite alike; room that nobody writes to is only promised by the system.
  return all + (all >> 2);
}

/** A source's table while its files are read, row after row in file order. */
export class TableBuilder {
  readonly source: Source;
  readonly pool: TextArena;
  readonly addresses: RowAddresses;
  /** Rows so far; a row being read stands at this index until `length` passes it. */
  length = 0;
  readonly #columns = new Map<string, Column>();
  #capacity = firstCapacity;
  /** Before it grew for the last time. */
  #capacityBefore = 0;
  /** Of the bytes that the table is read from, those before the file that is read now, and that file's, as shares. */
  #before = 0;
  #own = 1;

  constructor(source: Source, pool: TextArena) {
    this.source = source;
    this.pool = pool;
    this.addresses = new RowAddresses(source.id);
    this.addresses.reserve(firstCapacity);
  }

  /** The column of a field, made when first asked for: rows before it are blank. */
  column(name: string): Column {
    let column = this.#columns.get(name);
    if (column === undefined) {
      const field = (this.source.fields as FieldTable)[name];
      if (field === undefined) throw new RangeError(`no field ${name} in ${this.source.id}`);
      column = columnFor(field, this.pool);
      column.reserve(this.#capacity);
      column.blank(0, this.length);
      this.#columns.set(name, column);
    }
    return column;
  }

  /** The columns made so far, by field. */
  columns(): Iterable<readonly [string, Column]> {
    return this.#columns;
  }

  /** The next rows are of a file that is `own` of all bytes that the table is read from; `before` are those before it. */
  beginFile(before: number, own: number): void {
    this.#before = before;
    this.#own = own;
  }

  /**
   * Room for `rows` more rows in every column, with which `share` of the file is read, 0 where nobody knows; then for as many
   * as all files will probably bring: to grow step by step would copy everything each time.
   */
  reserve(rows: number, share = 0): void {
    const needed = this.length + rows;
    if (needed <= this.#capacity) return;
    const read = share > 0 ? this.#before + share * this.#own : 0;
    let capacity = this.#capacity * 2;
    while (capacity < needed) capacity *= 2;
    this.#grow(read > 0 ? Math.max(capacity, expectedRows(needed, read)) : capacity);
  }

  #grow(capacity: number): void {
    this.#capacityBefore = this.#capacity;
    this.#capacity = capacity;
    for (const column of this.#columns.values()) column.reserve(capacity);
    this.addresses.reserve(capacity);
  }

  /** Blanks the columns that rows from `start` on did not write. */
  blankOthers(start: number, written: ReadonlySet<string>): void {
    for (const [name, column] of this.#columns) if (!written.has(name)) column.blank(start, this.length);
  }

  /** Gives up the rows from `start` on for which `dropped` says so; the others move together, in order. */
  drop(start: number, dropped: (row: number) => boolean): void {
    const segments = this.addresses.segmentsAfter(start);
    let segment = 0;
    const columns = [...this.#columns.values()];
    const { rows } = this.addresses;
    let to = start;
    for (let row = start; row < this.length; row += 1) {
      for (; segments[segment]?.start === row; segment += 1) segments[segment]!.start = to;
      if (dropped(row)) continue;
      if (to !== row) {
        for (const column of columns) column.copy(row, to);
        rows[to] = rows[row]!;
      }
      to += 1;
    }
    for (; segment < segments.length; segment += 1) segments[segment]!.start = to;
    this.length = to;
  }

  finish(): SourceTable {
    settleArrays(this.length, this.#capacityBefore, (settle) => {
      for (const column of this.#columns.values()) column.settle(settle);
      this.addresses.settle(settle);
    });
    return new ColumnTable(
      this.source as Source & { readonly id: SourceId },
      this.length,
      this.#columns,
      this.pool,
      this.addresses,
    );
  }
}
