import type { Day } from '../../../schemas/values/day.ts';
import { newIdScan, scanIdUnits } from '../../../schemas/values/resident-id.ts';
import type { PackedIdColumn } from '../table/packed-id-column.ts';
import type { TextUnits } from '../text/text-units.ts';
import { blank, type FieldReader, type Outcome, read } from './field-reader.ts';
import type { SpanReader } from './span-reader.ts';

export class IdSpanReader implements SpanReader {
  readonly #column: PackedIdColumn;
  readonly #latestBirth: Day;
  readonly #careful: FieldReader;
  readonly #scan = newIdScan();

  constructor(column: PackedIdColumn, latestBirth: Day, careful: FieldReader) {
    this.#column = column;
    this.#latestBirth = latestBirth;
    this.#careful = careful;
  }

  read(text: TextUnits, from: number, to: number, row: number): Outcome {
    if (to - from === 18 && scanIdUnits(text.units, from, this.#latestBirth, this.#scan)) {
      this.#column.set(row, this.#scan);
      return read;
    }
    if (from !== to) return this.#careful(text.slice(from, to), row);
    this.#column.blank(row, row + 1);
    return blank;
  }
}
