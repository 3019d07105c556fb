import { CodeColumn } from './table/code-column.ts';
import { PackedIdColumn } from './table/packed-id-column.ts';
import type { TableBuilder } from './table/table-builder.ts';

/**
 * Registration rows of one person in several files: the row of the last file stands. One person: the same 人编号 or,
 * where either has none, the same id of 18 characters and 户编号. Takes the others out of the table; returns how many
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
  const { pool } = table;
  const lastFileOfPerson = new Map<number, number>();
  // By id and household: the last file with any such row, and the last with one that has no 人编号.
  const lastFile = new Map<number, number>();
  const lastWithout = new Map<number, number>();
  const superseded = new Set<number>();
  let file = fileStarts.length - 1;
  for (let row = table.length - 1; row >= 0; row -= 1) {
    while (row < fileStarts[file]!) file -= 1;
    const person = persons.codes[row]!;
    const household = households.codes[row]!;
    const key = ids.width[row] === 18 && household !== 0 ? pool.intern(`${ids.text(row)}@${household}`) : 0;
    const later =
      person !== 0
        ? Math.max(lastFileOfPerson.get(person) ?? -1, key === 0 ? -1 : (lastWithout.get(key) ?? -1))
        : key === 0
          ? -1
          : (lastFile.get(key) ?? -1);
    if (later > file) {
      superseded.add(row);
      dropped[file]! += 1;
    }
    if (person !== 0 && !lastFileOfPerson.has(person)) lastFileOfPerson.set(person, file);
    if (key !== 0 && !lastFile.has(key)) lastFile.set(key, file);
    if (key !== 0 && person === 0 && !lastWithout.has(key)) lastWithout.set(key, file);
  }
  if (superseded.size > 0) table.drop(0, (row) => superseded.has(row));
  return dropped;
}
