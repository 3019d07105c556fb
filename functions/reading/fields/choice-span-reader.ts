import { isPlain } from '../../../schemas/values/text.ts';
import type { CodeColumn } from '../table/code-column.ts';
import type { TextUnits } from '../text/text-units.ts';
import { blank, type FieldReader, type Outcome, read } from './field-reader.ts';
import { KnownWords } from './known-words.ts';
import type { SpanReader } from './span-reader.ts';

export class ChoiceSpanReader implements SpanReader {
  readonly #column: CodeColumn;
  readonly #careful: FieldReader;
  readonly #words = new KnownWords();

  constructor(column: CodeColumn, careful: FieldReader) {
    this.#column = column;
    this.#careful = careful;
  }

  read(text: TextUnits, from: number, to: number, row: number): Outcome {
    const column = this.#column;
    const code = from === to ? column.blankCode : this.#words.codeOf(text.units, from, to);
    if (code < 0) return this.#learn(text, from, to, row);
    column.codes[row] = code;
    return from === to ? blank : read;
  }

  #learn(text: TextUnits, from: number, to: number, row: number): Outcome {
    const cell = text.slice(from, to);
    const outcome = this.#careful(cell, row);
    // What had to be mended is counted each time.
    if (outcome === read && isPlain(cell)) this.#words.keep(text.units, from, to, this.#column.codes[row]!);
    return outcome;
  }
}
