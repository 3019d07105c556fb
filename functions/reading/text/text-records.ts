import type { Cell } from '../../../schemas/values/cell.ts';
import type { RawRecord } from '../raw-sheet.ts';
import type { TextUnits } from './text-units.ts';

/**
 * Records of delimited text as places in it: millions of cells are read from where they stand and never become strings.
 * Holds until the splitter is given more text.
 */
export class TextRecords implements Iterable<RawRecord> {
  readonly text: TextUnits;
  /** Number of the first record. */
  row = 1;
  length = 0;
  /**
   * Where cells begin, and one beyond the end of a record's last: cell `at` of a record ends one before the next one begins,
   * where the delimiter stands. A record without cells has one place.
   */
  bounds = new Int32Array(1 << 12);
  /** For each record, and once behind the last: where in `bounds` its places begin. */
  firsts = new Int32Array(1 << 8);
  readonly #made = new Map<number, readonly Cell[]>();

  constructor(text: TextUnits) {
    this.text = text;
  }

  clear(row: number): void {
    this.row = row;
    this.length = 0;
    if (this.#made.size > 0) this.#made.clear();
  }

  /** Ends the record whose last place stands before `bound`. */
  end(bound: number): void {
    this.length += 1;
    if (this.length === this.firsts.length) {
      const firsts = new Int32Array(this.length * 2);
      firsts.set(this.firsts);
      this.firsts = firsts;
    }
    this.firsts[this.length] = bound;
  }

  /** The next record's cells are these, which are not its text as it stands (quotes, runs of blanks). */
  make(cells: readonly Cell[]): void {
    this.#made.set(this.length, cells);
  }

  widen(): Int32Array<ArrayBuffer> {
    const bounds = new Int32Array(this.bounds.length * 2);
    bounds.set(this.bounds);
    this.bounds = bounds;
    return bounds;
  }

  /** True where a record's cells stand in the text as they are. */
  isPlain(record: number): boolean {
    return this.#made.size === 0 || !this.#made.has(record);
  }

  /** Number of a record's cells. */
  width(record: number): number {
    const made = this.#made.size === 0 ? undefined : this.#made.get(record);
    return made?.length ?? this.firsts[record + 1]! - this.firsts[record]! - 1;
  }

  cells(record: number): readonly Cell[] {
    const made = this.#made.get(record);
    if (made !== undefined) return made;
    const { bounds, firsts } = this;
    const first = firsts[record]!;
    const last = firsts[record + 1]! - 1;
    const start = bounds[first]!;
    // One string for the line and pieces of it take less than a string made for each cell.
    const line = first === last ? '' : this.text.slice(start, bounds[last]! - 1);
    const cells: Cell[] = [];
    for (let at = first; at < last; at += 1) cells.push(line.slice(bounds[at]! - start, bounds[at + 1]! - 1 - start));
    return cells;
  }

  record(record: number): RawRecord {
    return { row: this.row + record, cells: this.cells(record) };
  }

  *[Symbol.iterator](): Generator<RawRecord> {
    for (let record = 0; record < this.length; record += 1) yield this.record(record);
  }
}
