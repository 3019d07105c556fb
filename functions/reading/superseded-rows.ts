import { CodeColumn } from './table/code-column.ts';
import { PackedIdColumn } from './table/packed-id-column.ts';
import type { TableBuilder } from './table/table-builder.ts';
import { TextArena } from './table/text-arena.ts';

const none = -1;

/**
 * Registration rows of one person in several files: the row of the last file stands. Two rows are one person by
 * their 人编号; where one lacks it, by an id of 18 characters within one 户编号. Takes the others out of the table; returns how many
 * of each file.
 */
export function dropSuperseded(table: TableBuilder, fileStarts: readonly number[]): readonly number[] {
  const dropped = fileStarts.map(() => 0);
  if (fileStarts.length < 2) return dropped;
  const persons = table.column('personId');
  const households = table.column('householdId');
  const ids = table.column('idNumber');
  if (!(persons instanceof CodeColumn && households instanceof CodeColumn && ids instanceof PackedIdColumn)) {
    throw new TypeError('not a registration');
  }
  // Keys are of no use afterwards, so they do not go into the run's pool; where every row has a 人编号 none is made at all.
  const keys = persons.codes.subarray(0, table.length).includes(0) ? new TextArena() : undefined;
  const lastFileOfPerson = new Int16Array(table.pool.size).fill(none);
  // By id and household: the last file with any such row, and the last with one that has no 人编号.
  const lastFile = new Int16Array(table.length + 1).fill(none);
  const lastWithout = new Int16Array(table.length + 1).fill(none);
  const superseded = new Uint8Array(table.length);
  let file = fileStarts.length - 1;
  for (let row = table.length - 1; row >= 0; row -= 1) {
    while (row < fileStarts[file]!) file -= 1;
    const person = persons.codes[row]!;
    const household: number = households.codes[row]!;
    const key = keys && ids.width[row] === 18 && household !== 0 ? keys.intern(`${ids.text(row)}@${household}`) : 0;
    // Code 0 is nobody's key: its place stays empty.
    const later = person === 0 ? lastFile[key]! : Math.max(lastFileOfPerson[person]!, lastWithout[key]!);
    if (later > file) {
      superseded[row] = 1;
      dropped[file]! += 1;
    }
    // Rows are seen from the last, so that the first note of a key is its last file.
    if (person !== 0 && lastFileOfPerson[person] === none) lastFileOfPerson[person] = file;
    if (key !== 0 && lastFile[key] === none) lastFile[key] = file;
    if (key !== 0 && person === 0 && lastWithout[key] === none) lastWithout[key] = file;
  }
  if (superseded.includes(1)) table.drop(0, (row) => superseded[row] === 1);
  return dropped;
}
