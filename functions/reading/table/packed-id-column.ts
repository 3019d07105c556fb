import type { IdColumn } from '../../../schemas/source-table.ts';
import { type IdScan, idProblemCodes, unpackedId } from '../../../schemas/values/resident-id.ts';
import type { ColumnStore } from './column.ts';
import { grownArray } from './grown-array.ts';
import type { Settle } from './settled-arrays.ts';
import type { TextArena } from './text-arena.ts';

const { missing, 'precision-lost': precisionLost } = idProblemCodes;
/** Digits that a number keeps for certain. */
const certainDigits = 15;

/**
 * Ids packed into eleven bytes. Only those of another form than 18 characters stand in the pool: `high` is then the code of
 * the text, `low` that of the digits which a lost precision has left.
 */
export class PackedIdColumn implements ColumnStore, IdColumn {
  high: Uint32Array<ArrayBuffer> = new Uint32Array(0);
  low: Uint32Array<ArrayBuffer> = new Uint32Array(0);
  tail: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  width: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  problem: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  readonly #pool: TextArena;

  constructor(pool: TextArena) {
    this.#pool = pool;
  }

  text(row: number): string {
    if (this.width[row] === 18) return unpackedId(this.high[row]!, this.low[row]!, this.tail[row]!);
    return this.#pool.text(this.high[row]!);
  }

  lostDigits(row: number): string {
    if (this.problem[row] !== precisionLost) return '';
    return this.width[row] === 18 ? this.text(row).slice(0, certainDigits) : this.#pool.text(this.low[row]!);
  }

  set(row: number, scan: IdScan): void {
    const isPacked = scan.width === 18;
    this.high[row] = isPacked ? scan.high : this.#pool.intern(scan.text);
    this.low[row] = isPacked ? scan.low : this.#pool.intern(scan.lostDigits);
    this.tail[row] = scan.tail;
    this.width[row] = scan.width;
    this.problem[row] = scan.problem;
  }

  /** For the rows from `start` to before `end`, which came from elsewhere: the codes here for those that they have. */
  recode(start: number, end: number, codesHere: Int32Array): void {
    for (let row = start; row < end; row += 1) {
      if (this.width[row] === 18) continue;
      this.high[row] = codesHere[this.high[row]!]!;
      this.low[row] = codesHere[this.low[row]!]!;
    }
  }

  reserve(capacity: number): void {
    this.high = grownArray(this.high, capacity);
    this.low = grownArray(this.low, capacity);
    this.tail = grownArray(this.tail, capacity);
    this.width = grownArray(this.width, capacity);
    this.problem = grownArray(this.problem, capacity);
  }

  copy(from: number, to: number): void {
    this.copyFrom(this, from, to);
  }

  /** The id of another column's row `from` stands at this one's `to` as well. */
  copyFrom(other: PackedIdColumn, from: number, to: number): void {
    this.high[to] = other.high[from]!;
    this.low[to] = other.low[from]!;
    this.tail[to] = other.tail[from]!;
    this.width[to] = other.width[from]!;
    this.problem[to] = other.problem[from]!;
  }

  blank(from: number, to: number): void {
    this.high.fill(0, from, to);
    this.low.fill(0, from, to);
    this.tail.fill(0, from, to);
    this.width.fill(0, from, to);
    this.problem.fill(missing, from, to);
  }

  settle(settle: Settle): void {
    this.high = settle(this.high);
    this.low = settle(this.low);
    this.tail = settle(this.tail);
    this.width = settle(this.width);
    this.problem = settle(this.problem);
  }
}
