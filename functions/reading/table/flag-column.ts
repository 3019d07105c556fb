import type { ColumnStore } from './column.ts';
import { grownArray } from './grown-array.ts';
import type { Settle } from './settled-arrays.ts';

/** 是 as 1, 否 as 0. */
export class FlagColumn implements ColumnStore {
  flags: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  readonly blankFlag: 0 | 1;

  constructor(blankFlag: 0 | 1) {
    this.blankFlag = blankFlag;
  }

  reserve(capacity: number): void {
    this.flags = grownArray(this.flags, capacity);
  }

  copy(from: number, to: number): void {
    this.flags[to] = this.flags[from]!;
  }

  blank(from: number, to: number): void {
    this.flags.fill(this.blankFlag, from, to);
  }

  settle(settle: Settle): void {
    this.flags = settle(this.flags);
  }
}
