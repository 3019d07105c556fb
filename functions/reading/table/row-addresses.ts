import type { Address, SourceId } from '../../../schemas/sources/source.ts';
import { grownArray } from './grown-array.ts';
import type { Settle } from './settled-arrays.ts';

/** Rows of one sheet that stand together in a table. */
export interface Segment {
  start: number;
  readonly file: string;
  readonly sheet: string;
}

/** Where each row of a table stands in its file: a number a row, and a name a sheet. */
export class RowAddresses {
  readonly #source: SourceId;
  readonly #segments: Segment[] = [];
  rows: Int32Array<ArrayBuffer> = new Int32Array(0);

  constructor(source: SourceId) {
    this.#source = source;
  }

  begin(start: number, file: string, sheet: string): void {
    this.#segments.push({ start, file, sheet });
  }

  reserve(capacity: number): void {
    this.rows = grownArray(this.rows, capacity);
  }

  settle(settle: Settle): void {
    this.rows = settle(this.rows);
  }

  at(index: number): Address {
    const { file, sheet } = this.#segments[this.#segmentOf(index)]!;
    return { source: this.#source, file, sheet, row: this.rows[index]! };
  }

  segments(): readonly Segment[] {
    return this.#segments;
  }

  /** Sheets that begin after `row`, for the one who moves their rows. */
  segmentsAfter(row: number): readonly Segment[] {
    return this.#segments.filter(({ start }) => start > row);
  }

  #segmentOf(index: number): number {
    let low = 0;
    let high = this.#segments.length - 1;
    // The last segment that begins at or before the row; empty sheets share a start with the one after them.
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#segments[middle]!.start <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
