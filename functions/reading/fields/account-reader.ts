import { isPlainAccount, readAccount } from '../../../schemas/values/account.ts';
import { isBlank } from '../../../schemas/values/blank-characters.ts';
import type { RepairNotes } from '../../../schemas/values/repairs.ts';
import type { AccountColumn } from '../table/account-column.ts';
import { blank, type FieldReader, type FieldSetting, read, undecodable } from './field-reader.ts';

/** Never unreadable: what is no account is kept as written, for people, and counted. */
export function accountReader(column: AccountColumn, { pool, repairs }: FieldSetting): FieldReader {
  const notes: RepairNotes = { bits: 0 };
  return (cell, row) => {
    if (typeof cell === 'string' && isPlainAccount(cell)) {
      column.written[row] = column.codes[row] = pool.intern(cell);
      return read;
    }
    if (isBlank(cell)) {
      column.written[row] = column.codes[row] = 0;
      return blank;
    }
    notes.bits = 0;
    const { digits, written } = readAccount(cell, notes);
    if (notes.bits !== 0) repairs.add(notes.bits);
    column.codes[row] = pool.intern(digits);
    column.written[row] = pool.intern(written);
    return written.includes('\uFFFD') ? undecodable : read;
  };
}
