import { isPlainAccountUnits } from '../../../schemas/values/account.ts';
import type { AccountColumn } from '../table/account-column.ts';
import type { TextArena } from '../table/text-arena.ts';
import type { TextUnits } from '../text/text-units.ts';
import { blank, type FieldReader, type Outcome, read } from './field-reader.ts';
import { LastSpan } from './last-span.ts';
import type { SpanReader } from './span-reader.ts';

export class AccountSpanReader implements SpanReader {
  readonly #column: AccountColumn;
  readonly #pool: TextArena;
  readonly #careful: FieldReader;
  /** Each member of a household has its account beside them. */
  readonly #last = new LastSpan();

  constructor(column: AccountColumn, pool: TextArena, careful: FieldReader) {
    this.#column = column;
    this.#pool = pool;
    this.#careful = careful;
  }

  read(text: TextUnits, from: number, to: number, row: number): Outcome {
    const { units } = text;
    const column = this.#column;
    let code = from === to ? 0 : this.#last.codeOf(units, from, to);
    if (code < 0) {
      if (!isPlainAccountUnits(units, from, to)) return this.#careful(text.slice(from, to), row);
      code = this.#pool.internUnits(units, from, to);
      this.#last.keep(units, from, to, code);
    }
    column.written[row] = column.codes[row] = code;
    return from === to ? blank : read;
  }
}
