import type { ColumnStore } from './column.ts';

/** Counts, fen and days; NaN is blank. */
export class NumberColumn implements ColumnStore {
  numbers: Float64Array<ArrayBuffer> = new Float64Array(0);

  reserve(capacity: number): void {
    this.numbers = new Float64Array(this.numbers.buffer.transfer(capacity * 8));
  }

  copy(from: number, to: number): void {
    this.numbers[to] = this.numbers[from]!;
  }

  blank(from: number, to: number): void {
    this.numbers.fill(Number.NaN, from, to);
  }

  trim(length: number): void {
    this.reserve(length);
  }
}
