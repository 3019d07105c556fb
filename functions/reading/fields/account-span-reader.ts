import type { AccountColumn } from '../table/account-column.ts';
import { blank, type FieldReader, type FieldSetting, read } from './field-reader.ts';
import { LastSpan } from './last-span.ts';
import type { SpanReader } from './span-reader.ts';

function isPlainAccount(units: Uint16Array, from: number, to: number): boolean {
  if (to - from < 8 || to - from > 32) return false;
  for (let at = from; at < to; at += 1) if (units[at]! < 48 || units[at]! > 57) return false;
  return true;
}

export function accountSpanReader(column: AccountColumn, { pool }: FieldSetting, careful: FieldReader): SpanReader {
  // Each member of a household has its account beside them.
  const last = new LastSpan();
  let lastCode = 0;
  return (text, from, to, row) => {
    const { units } = text;
    if (from === to) {
      column.written[row] = column.codes[row] = 0;
      return blank;
    }
    if (!last.equals(units, from, to)) {
      if (!isPlainAccount(units, from, to)) return careful(text.slice(from, to), row);
      lastCode = pool.internUnits(units, from, to);
      last.keep(units, from, to);
    }
    column.written[row] = column.codes[row] = lastCode;
    return read;
  };
}
