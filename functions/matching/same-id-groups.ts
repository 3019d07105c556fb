import { idProblems } from '../../schemas/values/resident-id.ts';
import { IdTable } from './id-table.ts';
import type { PersonTables } from './person-tables.ts';
import { RowGroups } from './row-groups.ts';

const usable = idProblems.indexOf('none');

/**
 * Step 1: rows of one id of 18 characters are one group, whatever their names; a row without such an id is a group of
 * its own. Groups below `ids.count` have the id of that number, the others none. Numbers follow the rows' order.
 */
export interface SameIdGroups {
  readonly count: number;
  readonly ids: IdTable;
  /** Numbers of the ids that have a problem, ascending. */
  readonly faulty: readonly number[];
  /** By running number of the row. */
  readonly groupOf: Int32Array;
  /** Sources with rows in the group, as a mask over `personSources`. */
  readonly sources: Uint8Array;
  readonly rows: RowGroups;
}

export function sameIdGroups({ tables, rowCount }: PersonTables): SameIdGroups {
  const ids = new IdTable(rowCount / 2);
  const faulty: number[] = [];
  const groupOf = new Int32Array(rowCount);
  for (const { ids: column, first, length } of tables) {
    const { width, high, low, tail, problem } = column;
    // Sources mostly list people in one order, so the next id is tried before it is looked for.
    let next = 0;
    for (let row = 0; row < length; row += 1) {
      const known = ids.count;
      const group = width[row] === 18 ? ids.add(high[row]!, low[row]!, tail[row]!, next) : -1;
      next = group + 1;
      groupOf[first + row] = group;
      if (group === known && problem[row] !== usable) faulty.push(group);
    }
  }
  let count = ids.count;
  for (let row = 0; row < rowCount; row += 1) {
    if (groupOf[row]! >= 0) continue;
    groupOf[row] = count;
    count += 1;
  }
  const sources = new Uint8Array(count);
  for (const { order, first, length } of tables) {
    for (let row = first; row < first + length; row += 1) sources[groupOf[row]!]! |= 1 << order;
  }
  return { count, ids, faulty, groupOf, sources, rows: new RowGroups(groupOf, count) };
}
