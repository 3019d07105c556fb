import { newIdScan, scanIdUnits } from '../../../schemas/values/resident-id.ts';
import type { PackedIdColumn } from '../table/packed-id-column.ts';
import { blank, type FieldReader, type FieldSetting, read } from './field-reader.ts';
import type { SpanReader } from './span-reader.ts';

export function idSpanReader(column: PackedIdColumn, { latestBirth }: FieldSetting, careful: FieldReader): SpanReader {
  const scan = newIdScan();
  return (text, from, to, row) => {
    if (from === to) {
      column.blank(row, row + 1);
      return blank;
    }
    if (to - from !== 18 || !scanIdUnits(text.units, from, latestBirth, scan)) return careful(text.slice(from, to), row);
    column.set(row, scan);
    return read;
  };
}
