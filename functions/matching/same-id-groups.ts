import { idProblemCodes } from '../../schemas/values/resident-id.ts';
import { IdTable } from './id-table.ts';
import type { PersonTable, PersonTables } from './person-tables.ts';
import { RowGroups } from './row-groups.ts';

const { none: usable } = idProblemCodes;

/**
 * Step 1: rows of one id of 18 characters are one group, whatever their names; a row without such an id is a group of
 * its own. Groups below `ids.count` have the id of that number, the others none. Numbers follow the rows' order.
 */
export interface SameIdGroups {
  readonly count: number;
  readonly ids: IdTable;
  /** Numbers of the ids that have a problem, ascending. */
  readonly faulty: readonly number[];
  /** Running numbers, ascending, of the rows without an id of 18 characters: few, and nobody else need look for them. */
  readonly withoutId: readonly number[];
  /** By running number of the row. */
  readonly groupOf: Int32Array;
  /** By group: sources with rows in it, as a mask over `personSources`. */
  readonly sources: Uint8Array;
  readonly rows: RowGroups;
}

export function sameIdGroups(people: PersonTables): SameIdGroups {
  const { tables, rowCount } = people;
  const ids = new IdTable(rowCount / 2);
  const [faulty, withoutId]: [number[], number[]] = [[], []];
  const groupOf = new Int32Array(rowCount);
  // There are no more groups than rows.
  const sources = new Uint8Array(rowCount);
  for (const table of tables) groupById(table, { ids, faulty, withoutId, groupOf, sources });
  let count = ids.count;
  for (const row of withoutId) {
    groupOf[row] = count;
    sources[count] = 1 << people.tableOf(row).order;
    count += 1;
  }
  return { count, ids, faulty, withoutId, groupOf, sources, rows: new RowGroups(groupOf, count) };
}

interface Grouping extends Pick<SameIdGroups, 'ids' | 'groupOf' | 'sources'> {
  readonly faulty: number[];
  readonly withoutId: number[];
}

/** A call a table: V8 would compile a loop within a loop anew for each table. */
function groupById({ ids: column, order, first, length }: PersonTable, grouping: Grouping): void {
  const { ids, faulty, withoutId, groupOf, sources } = grouping;
  const { width, high, low, tail, problem } = column;
  const source = 1 << order;
  // Sources mostly list people in one order, so the next id is tried before it is looked for.
  let next = 0;
  for (let row = 0; row < length; row += 1) {
    if (width[row] !== 18) {
      withoutId.push(first + row);
      next = 0;
      continue;
    }
    const known = ids.count;
    const group = ids.add(high[row]!, low[row]!, tail[row]!, next);
    next = group + 1;
    groupOf[first + row] = group;
    sources[group]! |= source;
    if (group === known && problem[row] !== usable) faulty.push(group);
  }
}
