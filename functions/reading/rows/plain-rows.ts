import { isPlain } from '../../../schemas/values/text.ts';
import { columnKinds, type KernelColumn, type KernelRows, type KernelValues, type RowKernel } from '../kernel/row-kernel.ts';
import type { RawRecord } from '../raw-sheet.ts';
import { AccountColumn } from '../table/account-column.ts';
import { CodeColumn } from '../table/code-column.ts';
import type { Column } from '../table/column.ts';
import { FlagColumn } from '../table/flag-column.ts';
import { NumberColumn } from '../table/number-column.ts';
import type { TextArena } from '../table/text-arena.ts';
import type { TextRecords } from '../text/text-records.ts';
import { headingLetter } from './heading-repeats.ts';
import { firstFilled, mayBegin } from './row-kinds.ts';

/** By unit: 1 for a letter that is no blank and begins neither totals nor notes, nor a heading's mark. */
const ordinary = new Uint8Array(0x10000).fill(1, 0x21, 0x7f).fill(1, 0x4e00, 0xa000);
for (const unit of mayBegin) ordinary[unit] = 0;
ordinary['*'.charCodeAt(0)] = 0;

/** A cell that the kernel has left to the readers of `fields/`. */
export interface CarefulCell {
  readonly column: number;
  /** Where it stands in the text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A column, where the table holds it and how the kernel reads it. */
interface Written {
  readonly column: Column;
  readonly kind: KernelColumn['kind'];
}

const hasTexts = ({ kind }: Written) => kind === columnKinds.text || kind === columnKinds.key || kind === columnKinds.account;

/** Four numbers a careful cell: row, column, where it begins and ends. */
const carefulNumbers = 4;

/**
 * The rows of a text file as the kernel reads them, many at once, into the table behind its last row. What of them has to be
 * read with care, and what becomes of each row, is for the caller.
 */
export class PlainRows {
  readonly #columns: readonly Written[];
  readonly #settings: readonly KernelColumn[];
  readonly #rows: KernelRows;
  readonly #pool: TextArena;
  readonly #letters: readonly string[];
  /** The kernel that knows of the columns, and where it reads each of them to. */
  #kernel: RowKernel | undefined;
  #values: readonly KernelValues[] = [];
  #records: TextRecords | undefined;
  /** Of the careful cells, in numbers, those that have been taken out. */
  #taken = 0;

  constructor(
    columns: readonly Column[],
    settings: readonly KernelColumn[],
    rows: KernelRows,
    heading: readonly RawRecord[],
    pool: TextArena,
  ) {
    this.#columns = columns.map((column, at) => ({ column, kind: settings[at]!.kind }));
    this.#settings = settings;
    this.#rows = rows;
    this.#pool = pool;
    this.#letters = heading.map(({ cells }) => headingLetter(cells[firstFilled(cells)]));
  }

  /**
   * Reads records from `record` on, up to the first that may be no row of data, into the table's rows from `at` on. Gives the
   * number of rows.
   */
  read(records: TextRecords, record: number, at: number): number {
    const end = records.plainBefore(record);
    const { kernel } = records;
    if (end === record || this.#columns.length > kernel.mostColumns) return 0;
    if (this.#kernel !== kernel) this.#tell(kernel);
    this.#records = records;
    this.#taken = 0;
    const rows = kernel.readRows(record, end);
    if (rows === 0) return 0;
    this.#pool.internSpans(kernel.units, kernel.texts, kernel.textCount, kernel.codes);
    for (const [number, written] of this.#columns.entries()) {
      if (hasTexts(written)) kernel.settle(number, rows);
      put(written.column, this.#values[number]!, rows, at);
    }
    return rows;
  }

  /** The bits of the blank cells of a row of the last call. */
  blanks(row: number): number {
    return this.#kernel!.blanks[row]!;
  }

  /** The next row with cells that have to be read with care; `rows` where there is none. */
  nextCareful(rows: number): number {
    const kernel = this.#kernel!;
    return this.#taken < kernel.carefulCount * carefulNumbers ? kernel.careful[this.#taken]! : rows;
  }

  /** Takes the next of a row's careful cells out, from the left; undefined where there are no more. */
  takeCareful(row: number): CarefulCell | undefined {
    if (this.nextCareful(-1) !== row) return undefined;
    const { careful } = this.#kernel!;
    const column = careful[this.#taken + 1]!;
    const from = careful[this.#taken + 2]!;
    const to = careful[this.#taken + 3]!;
    this.#taken += carefulNumbers;
    return { column, from, to, text: this.#records!.text.slice(from, to) };
  }

  /**
   * A careful cell was read, at the table's row `at`: the word of a choice is known from now on. One that was mended is counted
   * each time.
   */
  learn({ column: number, from, to, text }: CarefulCell, at: number): void {
    const { kind, column } = this.#columns[number]!;
    if (kind !== columnKinds.choice || !(column instanceof CodeColumn) || !isPlain(text)) return;
    this.#kernel!.learn(number, from, to, column.codes[at]!);
  }

  /** Rows from `from` on move to `to`, which stands before them. */
  move(from: number, to: number, rows: number): void {
    for (const { column } of this.#columns) {
      for (let row = 0; row < rows; row += 1) column.copy(from + row, to + row);
    }
  }

  #tell(kernel: RowKernel): void {
    this.#kernel = kernel;
    this.#values = this.#columns.map((_, number) => kernel.rowsOf(number));
    kernel.setColumns(this.#settings, this.#rows);
    kernel.ordinary.set(ordinary);
    for (const letter of this.#letters) if (letter !== '') kernel.ordinary[letter.charCodeAt(0)] = 0;
  }
}

/** So few that a view of them takes longer than to write them. */
const fewRows = 16;

function putRows(to: Int32Array | Uint32Array | Uint8Array, from: Int32Array | Uint8Array, rows: number, at: number): void {
  if (rows > fewRows) to.set(from.subarray(0, rows), at);
  else for (let row = 0; row < rows; row += 1) to[at + row] = from[row]!;
}

function put(column: Column, { values, seconds, bytes }: KernelValues, rows: number, at: number): void {
  if (column instanceof NumberColumn) column.append(values.subarray(0, rows), at);
  else if (column instanceof CodeColumn) putRows(column.codes, values, rows, at);
  else if (column instanceof FlagColumn) putRows(column.flags, bytes[0], rows, at);
  else if (column instanceof AccountColumn) {
    putRows(column.codes, values, rows, at);
    putRows(column.written, values, rows, at);
  } else {
    putRows(column.high, values, rows, at);
    putRows(column.low, seconds, rows, at);
    putRows(column.tail, bytes[0], rows, at);
    putRows(column.width, bytes[1], rows, at);
    putRows(column.problem, bytes[2], rows, at);
  }
}
