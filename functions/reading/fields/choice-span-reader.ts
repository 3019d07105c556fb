import type { CodeColumn } from '../table/code-column.ts';
import { blank, type FieldReader, read } from './field-reader.ts';
import { KnownWords } from './known-words.ts';
import type { SpanReader } from './span-reader.ts';

export function choiceSpanReader(column: CodeColumn, careful: FieldReader): SpanReader {
  const words = new KnownWords();
  return (text, from, to, row) => {
    if (from === to) {
      column.codes[row] = column.blankCode;
      return blank;
    }
    const code = words.codeOf(text.units, from, to);
    if (code >= 0) {
      column.codes[row] = code;
      return read;
    }
    const outcome = careful(text.slice(from, to), row);
    if (outcome === read) words.keep(text.units, from, to, column.codes[row]!);
    return outcome;
  };
}
