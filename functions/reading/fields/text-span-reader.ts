import { isPlainUnit } from '../../../schemas/values/text.ts';
import type { CodeColumn } from '../table/code-column.ts';
import { longest } from '../table/packed-text.ts';
import { blank, type FieldReader, type FieldSetting, read, undecodable } from './field-reader.ts';
import { LastSpan } from './last-span.ts';
import type { SpanReader } from './span-reader.ts';

function isPlain(units: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isPlainUnit(units[at]!)) return false;
  return true;
}

export function textSpanReader(isKey: boolean, column: CodeColumn, { pool }: FieldSetting, careful: FieldReader): SpanReader {
  const last = new LastSpan();
  let lastCode = 0;
  return (text, from, to, row) => {
    const { units } = text;
    if (from === to) {
      column.codes[row] = 0;
      return blank;
    }
    if (last.equals(units, from, to)) {
      column.codes[row] = lastCode;
      return read;
    }
    // A text that begins with a letter is none of blanks; a key that holds nothing else is written as it is compared.
    const isUsual = isKey ? isPlain(units, from, to) : isPlainUnit(units[from]!);
    if (!isUsual || to - from > longest) return careful(text.slice(from, to), row);
    const code = pool.internUnits(units, from, to);
    column.codes[row] = code;
    if (pool.isUndecodable(code)) return undecodable;
    lastCode = code;
    last.keep(units, from, to);
    return read;
  };
}
