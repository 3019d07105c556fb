import type { Cell } from '../../../schemas/values/cell.ts';
import type { RowKernel } from '../kernel/row-kernel.ts';
import type { RawRecord } from '../raw-sheet.ts';
import { TextUnits } from './text-units.ts';

/**
 * Records of delimited text as places in it: millions of cells are read from where they stand and never become strings.
 * Holds until the splitter is given more text.
 *
 * In the kernel's `bounds` stands where cells begin, and one beyond the end of a record's last: cell `at` of a record ends one
 * before the next one begins, where the delimiter stands. A record without cells has one place. In its `firsts` stands, for
 * each record and once behind the last, where in `bounds` its places begin.
 */
export class TextRecords implements Iterable<RawRecord> {
  readonly kernel: RowKernel;
  readonly text: TextUnits;
  /** Number of the first record. */
  row = 1;
  length = 0;
  /** The first record that has not been taken out before the others. */
  start = 0;
  /** Of its file, with these and those before, about; 0 where nobody knows. */
  share = 0;
  readonly #made = new Map<number, readonly Cell[]>();
  /** Of `#made`, in order, and which of them are behind the one last asked for. */
  readonly #places: number[] = [];
  #passed = 0;

  constructor(kernel: RowKernel) {
    this.kernel = kernel;
    this.text = new TextUnits(kernel);
  }

  /** The next record follows the last of these. */
  clear(): void {
    this.row += this.length;
    this.length = this.start = this.#passed = this.#places.length = 0;
    this.#made.clear();
    this.kernel.clear();
  }

  /**
   * Takes lines in as they stand, from `from` on up to the first that has to be looked at with care: one with a quote, one
   * beyond so many characters or columns, one whose end is not there yet. Returns where that begins.
   */
  takeLines(from: number, delimiter: number, characters: number, columns: number): number {
    if (!this.text.isInKernel) return from;
    const next = this.kernel.takeLines(from, this.text.length, delimiter, characters, columns, this.length);
    this.length = this.kernel.records;
    return next;
  }

  /** Adds a record whose cells are not the text as it stands. */
  addMade(cells: readonly Cell[]): void {
    this.#made.set(this.length, cells);
    this.#places.push(this.length);
    const { firsts } = this.kernel;
    // Of a text beyond the kernel all records are made.
    if (this.text.isInKernel) firsts[this.length + 1] = firsts[this.length]!;
    this.length += 1;
  }

  /** From `record` on, which must not go back, the records before this one stand in the text and can be read from there. */
  plainBefore(record: number): number {
    while ((this.#places[this.#passed] ?? record) < record) this.#passed += 1;
    return this.#places[this.#passed] ?? this.length;
  }

  cells(record: number): readonly Cell[] {
    const made = this.#made.get(record);
    if (made !== undefined) return made;
    const { bounds, firsts } = this.kernel;
    const first = firsts[record]!;
    const last = firsts[record + 1]! - 1;
    const start = bounds[first]!;
    // One string for the line and pieces of it take less than a string made for each cell.
    const line = first === last ? '' : this.text.slice(start, bounds[last]! - 1);
    const cells: Cell[] = [];
    for (let at = first; at < last; at += 1) cells.push(line.slice(bounds[at]! - start, bounds[at + 1]! - 1 - start));
    return cells;
  }

  /** The records before `record` are not among these any more. */
  leaveOut(record: number): void {
    this.start = record;
  }

  record(record: number): RawRecord {
    return { row: this.row + record, cells: this.cells(record) };
  }

  *[Symbol.iterator](): Generator<RawRecord> {
    for (let record = this.start; record < this.length; record += 1) yield this.record(record);
  }
}
