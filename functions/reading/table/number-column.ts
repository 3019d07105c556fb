import type { ColumnStore } from './column.ts';
import { grownArray } from './grown-array.ts';
import type { Settle } from './settled-arrays.ts';

/** Stands for a blank in four bytes; a value that happens to equal it widens the column like any that does not fit. */
export const blankInteger = -(2 ** 31);

type Values = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/**
 * Counts, fen and days; blank is NaN. Nearly all fit four bytes, which is how they are held until the first that does not
 * (more than 21 million yuan, a fraction): then the column takes eight.
 */
export class NumberColumn implements ColumnStore {
  values: Values = new Int32Array(0);
  #wide: WeakRef<Float64Array> | undefined;

  at(row: number): number {
    const value = this.values[row]!;
    return value === blankInteger && this.values instanceof Int32Array ? Number.NaN : value;
  }

  set(row: number, value: number): void {
    const { values } = this;
    if (values instanceof Float64Array || (value === (value | 0) && value !== blankInteger)) values[row] = value;
    else if (Number.isNaN(value)) values[row] = blankInteger;
    else this.#widen()[row] = value;
  }

  /** Of the rows `from` to before `to`, without blanks. */
  sum(from: number, to: number): number {
    let sum = 0;
    for (let row = from; row < to; row += 1) {
      const value = this.at(row);
      if (!Number.isNaN(value)) sum += value;
    }
    return sum;
  }

  /** All values as they are computed with. A narrow column writes them out anew, and forgets them after the caller. */
  numbers(): Float64Array {
    if (this.values instanceof Float64Array) return this.values;
    const known = this.#wide?.deref();
    if (known !== undefined) return known;
    const numbers = widened(this.values);
    this.#wide = new WeakRef(numbers);
    return numbers;
  }

  /** Puts values that a column holds so, of a part or of the kernel, at the rows from `start` on. */
  append(values: Values, start: number): void {
    if (values instanceof Float64Array) this.#widen().set(values, start);
    else if (this.values instanceof Float64Array) this.values.set(widened(values), start);
    else this.values.set(values, start);
  }

  reserve(capacity: number): void {
    this.values = grownArray(this.values, capacity);
  }

  copy(from: number, to: number): void {
    this.values[to] = this.values[from]!;
  }

  blank(from: number, to: number): void {
    this.values.fill(this.values instanceof Float64Array ? Number.NaN : blankInteger, from, to);
  }

  settle(settle: Settle): void {
    this.values = settle(this.values);
  }

  #widen(): Float64Array {
    if (!(this.values instanceof Float64Array)) this.values = widened(this.values);
    return this.values;
  }
}

function widened(values: Int32Array): Float64Array<ArrayBuffer> {
  const wide = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    wide[row] = value === blankInteger ? Number.NaN : value;
  }
  return wide;
}
