import { isErrorCell } from '../../../schemas/values/cell.ts';
import { newIdScan, scanResidentId } from '../../../schemas/values/resident-id.ts';
import type { PackedIdColumn } from '../table/packed-id-column.ts';
import { blank, type FieldReader, type FieldSetting, read, unreadable } from './field-reader.ts';

/** A blank id is a `missing` one; only a cell that nobody can have written so (an error, U+FFFD) is unreadable. */
export function idReader(column: PackedIdColumn, { latestBirth, repairs }: FieldSetting): FieldReader {
  const scan = newIdScan();
  return (cell, row) => {
    if (isErrorCell(cell)) {
      column.blank(row, row + 1);
      return unreadable;
    }
    scanResidentId(cell, latestBirth, scan);
    if (scan.repairs !== 0) repairs.add(scan.repairs);
    if (scan.width !== 18) {
      if (typeof cell === 'string' && cell.includes('\uFFFD')) {
        column.blank(row, row + 1);
        return unreadable;
      }
      if (scan.text === '') {
        column.blank(row, row + 1);
        return blank;
      }
    }
    column.set(row, scan);
    return read;
  };
}
