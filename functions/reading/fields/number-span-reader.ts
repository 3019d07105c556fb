import type { NumberColumn } from '../table/number-column.ts';
import type { TextUnits } from '../text/text-units.ts';
import { blank, type FieldReader, type Outcome, read } from './field-reader.ts';
import type { QuickNumber } from './quick-numbers.ts';
import type { SpanReader } from './span-reader.ts';

export class NumberSpanReader implements SpanReader {
  readonly #column: NumberColumn;
  readonly #quick: QuickNumber;
  readonly #careful: FieldReader;

  constructor(column: NumberColumn, quick: QuickNumber, careful: FieldReader) {
    this.#column = column;
    this.#quick = quick;
    this.#careful = careful;
  }

  read(text: TextUnits, from: number, to: number, row: number): Outcome {
    const value = from === to ? Number.NaN : this.#quick(text.units, from, to);
    if (value < 0) return this.#careful(text.slice(from, to), row);
    this.#column.set(row, value);
    return from === to ? blank : read;
  }
}
