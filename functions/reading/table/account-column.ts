import type { ColumnStore } from './column.ts';
import { grownArray } from './grown-array.ts';
import type { Settle } from './settled-arrays.ts';

/** Accounts: pool codes of the digits (0 is no account) and of the words as written. */
export class AccountColumn implements ColumnStore {
  codes: Int32Array<ArrayBuffer> = new Int32Array(0);
  written: Int32Array<ArrayBuffer> = new Int32Array(0);

  reserve(capacity: number): void {
    this.codes = grownArray(this.codes, capacity);
    this.written = grownArray(this.written, capacity);
  }

  copy(from: number, to: number): void {
    this.codes[to] = this.codes[from]!;
    this.written[to] = this.written[from]!;
  }

  blank(from: number, to: number): void {
    this.codes.fill(0, from, to);
    this.written.fill(0, from, to);
  }

  settle(settle: Settle): void {
    this.codes = settle(this.codes);
    this.written = settle(this.written);
  }
}
