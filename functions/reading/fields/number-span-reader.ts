import type { FieldKind } from '../../../schemas/sources/source.ts';
import type { NumberColumn } from '../table/number-column.ts';
import { blank, type FieldReader, type FieldSetting, read } from './field-reader.ts';
import { quickNumber } from './quick-numbers.ts';
import type { SpanReader } from './span-reader.ts';

export function numberSpanReader(kind: FieldKind, column: NumberColumn, setting: FieldSetting, careful: FieldReader): SpanReader {
  const quick = quickNumber(kind, setting.unit);
  return (text, from, to, row) => {
    if (from === to) {
      column.set(row, Number.NaN);
      return blank;
    }
    const value = quick(text.units, from, to);
    if (value < 0) return careful(text.slice(from, to), row);
    column.set(row, value);
    return read;
  };
}
