import type { ColumnStore } from './column.ts';
import { grownArray } from './grown-array.ts';
import type { Settle } from './settled-arrays.ts';

/** Pool codes of texts, keys and choices. */
export class CodeColumn implements ColumnStore {
  codes: Int32Array<ArrayBuffer> = new Int32Array(0);
  /** What a blank cell holds: 0, or the code of the word that a blank stands for. */
  readonly blankCode: number;

  constructor(blankCode: number) {
    this.blankCode = blankCode;
  }

  reserve(capacity: number): void {
    this.codes = grownArray(this.codes, capacity);
  }

  copy(from: number, to: number): void {
    this.codes[to] = this.codes[from]!;
  }

  blank(from: number, to: number): void {
    this.codes.fill(this.blankCode, from, to);
  }

  settle(settle: Settle): void {
    this.codes = settle(this.codes);
  }
}
