import { isPlainUnit } from '../../../schemas/values/text.ts';
import type { CodeColumn } from '../table/code-column.ts';
import { longest } from '../table/packed-text.ts';
import type { TextArena } from '../table/text-arena.ts';
import type { TextUnits } from '../text/text-units.ts';
import { blank, type FieldReader, type Outcome, read, undecodable } from './field-reader.ts';
import { LastSpan } from './last-span.ts';
import type { SpanReader } from './span-reader.ts';

export class TextSpanReader implements SpanReader {
  readonly #isKey: boolean;
  readonly #column: CodeColumn;
  readonly #pool: TextArena;
  readonly #careful: FieldReader;
  readonly #last = new LastSpan();

  constructor(isKey: boolean, column: CodeColumn, pool: TextArena, careful: FieldReader) {
    this.#isKey = isKey;
    this.#column = column;
    this.#pool = pool;
    this.#careful = careful;
  }

  read(text: TextUnits, from: number, to: number, row: number): Outcome {
    const { codes } = this.#column;
    const code = from === to ? 0 : this.#last.codeOf(text.units, from, to);
    if (code < 0) return this.#readOther(text, from, to, row);
    codes[row] = code;
    return from === to ? blank : read;
  }

  #readOther(text: TextUnits, from: number, to: number, row: number): Outcome {
    const { units } = text;
    if (!this.#isUsual(units, from, to) || to - from > longest) return this.#careful(text.slice(from, to), row);
    const code = this.#pool.internUnits(units, from, to);
    this.#column.codes[row] = code;
    if (this.#pool.isUndecodable(code)) return undecodable;
    this.#last.keep(units, from, to, code);
    return read;
  }

  /** A text that begins with a letter is none of blanks; a key that holds nothing else is written as it is compared. */
  #isUsual(units: Uint16Array, from: number, to: number): boolean {
    const end = this.#isKey ? to : from + 1;
    for (let at = from; at < end; at += 1) if (!isPlainUnit(units[at]!)) return false;
    return true;
  }
}
