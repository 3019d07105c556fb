import type { FlagColumn } from '../table/flag-column.ts';
import { blank, type FieldReader, read } from './field-reader.ts';
import type { SpanReader } from './span-reader.ts';

const yes = '是'.charCodeAt(0);
const no = '否'.charCodeAt(0);

export function yesSpanReader(column: FlagColumn, careful: FieldReader): SpanReader {
  return (text, from, to, row) => {
    if (from === to) {
      column.flags[row] = column.blankFlag;
      return blank;
    }
    const unit = to - from === 1 ? text.units[from] : 0;
    if (unit !== yes && unit !== no) return careful(text.slice(from, to), row);
    column.flags[row] = unit === yes ? 1 : 0;
    return read;
  };
}
