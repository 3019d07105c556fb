import type { FlagColumn } from '../table/flag-column.ts';
import type { TextUnits } from '../text/text-units.ts';
import { blank, type FieldReader, type Outcome, read } from './field-reader.ts';
import type { SpanReader } from './span-reader.ts';

const yes = '是'.charCodeAt(0);
const no = '否'.charCodeAt(0);

export class YesSpanReader implements SpanReader {
  readonly #column: FlagColumn;
  readonly #careful: FieldReader;

  constructor(column: FlagColumn, careful: FieldReader) {
    this.#column = column;
    this.#careful = careful;
  }

  read(text: TextUnits, from: number, to: number, row: number): Outcome {
    const { flags, blankFlag } = this.#column;
    if (from === to) {
      flags[row] = blankFlag;
      return blank;
    }
    const unit = to - from === 1 ? text.units[from]! : 0;
    if (unit !== yes && unit !== no) return this.#careful(text.slice(from, to), row);
    flags[row] = unit === yes ? 1 : 0;
    return read;
  }
}
