import type { Cell } from '../../../schemas/values/cell.ts';
import type { RawRecord } from '../raw-sheet.ts';
import type { TextUnits } from './text-units.ts';

export const lineFeed = 10;
export const carriageReturn = 13;
const quoteMark = 34;

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
  /** The first record that has not been taken out before the others. */
  start = 0;
  readonly #made = new Map<number, readonly Cell[]>();

  constructor(text: TextUnits) {
    this.text = text;
  }

  /** The next record follows the last of these. */
  clear(): void {
    this.row += this.length;
    this.length = this.start = 0;
    this.#made.clear();
  }

  /**
   * Takes lines in as they stand, from `from` on up to the first that has to be looked at with care: one with a quote, one
   * beyond so many characters or columns, one whose end is not there yet. Returns where that begins.
   */
  takeLines(from: number, delimiter: number, characters: number, columns: number): number {
    const { units, length } = this.text;
    let first = this.firsts[this.length]!;
    // Each line may have a place more than it has units, or two where it is the last.
    const bounds = this.#room(first + length - from + 3);
    const highest = Math.max(delimiter, quoteMark);
    let used = first;
    let start = from;
    bounds[used++] = from;
    for (let at = from; ; ) {
      let unit = highest;
      // With a comma this passes over Han, letters and digits in one comparison.
      while (at < length) {
        unit = units[at]!;
        if (unit <= highest) break;
        at += 1;
      }
      if (at >= length) break;
      const end = at;
      at += 1;
      if (unit === delimiter) {
        bounds[used++] = at;
        continue;
      }
      if (unit === quoteMark) break;
      if (unit === carriageReturn) {
        // The LF may follow.
        if (at === length) break;
        if (units[at] === lineFeed) at += 1;
      } else if (unit !== lineFeed) continue;
      if (end > start) bounds[used++] = end + 1;
      if (end - start > characters || used - first - 1 > columns) break;
      this.#end(used);
      first = used;
      start = bounds[used++] = at;
    }
    return start;
  }

  /** Adds a record whose cells are not the text as it stands. */
  addMade(cells: readonly Cell[]): void {
    this.#made.set(this.length, cells);
    this.#end(this.firsts[this.length]!);
  }

  /** True where a record's cells stand in the text as they are. */
  isPlain(record: number): boolean {
    return this.#made.size === 0 || !this.#made.has(record);
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

  /** Ends the record whose last place stands before `bound`. */
  #end(bound: number): void {
    this.length += 1;
    if (this.length === this.firsts.length) {
      const firsts = new Int32Array(this.length * 2);
      firsts.set(this.firsts);
      this.firsts = firsts;
    }
    this.firsts[this.length] = bound;
  }

  #room(places: number): Int32Array {
    if (places > this.bounds.length) {
      const bounds = new Int32Array(places * 2);
      bounds.set(this.bounds.subarray(0, this.firsts[this.length]! + 1));
      this.bounds = bounds;
    }
    return this.bounds;
  }
}
