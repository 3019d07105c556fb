import type { IdColumn } from '../../../schemas/source-table.ts';
import { type IdScan, idProblems, unpackedId } from '../../../schemas/values/resident-id.ts';
import type { ColumnStore } from './column.ts';
import type { TextArena } from './text-arena.ts';

const missing = idProblems.indexOf('missing');

/** Ids packed into eleven bytes; only those of another form than 18 characters stand in the pool. */
export class PackedIdColumn implements ColumnStore, IdColumn {
  high: Uint32Array<ArrayBuffer> = new Uint32Array(0);
  low: Uint32Array<ArrayBuffer> = new Uint32Array(0);
  tail: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  width: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  problem: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  lostDigits: Int32Array<ArrayBuffer> = new Int32Array(0);
  written: Int32Array<ArrayBuffer> = new Int32Array(0);
  /** No row has a text of its own: then nothing is written to the two columns of codes, and they take no memory. */
  isPlain = true;
  readonly #pool: TextArena;

  constructor(pool: TextArena) {
    this.#pool = pool;
  }

  text(row: number): string {
    if (this.width[row] === 18) return unpackedId(this.high[row]!, this.low[row]!, this.tail[row]!);
    return this.#pool.text(this.written[row]!);
  }

  set(row: number, scan: IdScan): void {
    this.high[row] = scan.high;
    this.low[row] = scan.low;
    this.tail[row] = scan.tail;
    this.width[row] = scan.width;
    this.problem[row] = scan.problem;
    if (scan.width === 18 && this.isPlain) return;
    this.isPlain = false;
    this.written[row] = scan.width === 18 ? 0 : this.#pool.intern(scan.text);
    this.lostDigits[row] = scan.lostDigits === '' ? 0 : this.#pool.intern(scan.lostDigits);
  }

  reserve(capacity: number): void {
    this.high = new Uint32Array(this.high.buffer.transfer(capacity * 4));
    this.low = new Uint32Array(this.low.buffer.transfer(capacity * 4));
    this.tail = new Uint8Array(this.tail.buffer.transfer(capacity));
    this.width = new Uint8Array(this.width.buffer.transfer(capacity));
    this.problem = new Uint8Array(this.problem.buffer.transfer(capacity));
    // Fresh memory is not there until it is written to; moved memory is.
    this.lostDigits = this.isPlain ? new Int32Array(capacity) : new Int32Array(this.lostDigits.buffer.transfer(capacity * 4));
    this.written = this.isPlain ? new Int32Array(capacity) : new Int32Array(this.written.buffer.transfer(capacity * 4));
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
    if (this.isPlain && other.isPlain) return;
    this.isPlain = false;
    this.lostDigits[to] = other.lostDigits[from]!;
    this.written[to] = other.written[from]!;
  }

  blank(from: number, to: number): void {
    this.high.fill(0, from, to);
    this.low.fill(0, from, to);
    this.tail.fill(0, from, to);
    this.width.fill(0, from, to);
    this.problem.fill(missing, from, to);
    if (this.isPlain) return;
    this.lostDigits.fill(0, from, to);
    this.written.fill(0, from, to);
  }

  trim(length: number): void {
    this.reserve(length);
  }
}
