import type { ComparedPlaces } from './compared-places.ts';
import type { HouseholdTable } from './household-tables.ts';
import { IdTable } from './id-table.ts';
import { NamedPlaces } from './named-places.ts';
import type { PersonCases } from './person-cases.ts';

/** Nobody knows who the head is. */
export const unknownHead = -1;

/**
 * Who heads the household that each row speaks of, by running number: a person case; a number beyond all cases for an id
 * that no person row has; or `unknownHead`.
 */
export function householdHeads(tables: readonly HouseholdTable[], cases: PersonCases, places: ComparedPlaces): Int32Array {
  const headRows = headRowsByName(tables, cases, places);
  const last = tables.at(-1);
  const heads = new Int32Array(last === undefined ? 0 : last.first + last.length);
  const strangers = new IdTable();
  for (const table of tables) {
    const { width, high, low, tail } = table.headIds;
    for (let row = 0; row < table.length; row += 1) {
      let head = unknownHead;
      if (width[row] === 18) {
        head = cases.withId(high[row]!, low[row]!, tail[row]!);
        if (head < 0) head = cases.count + strangers.add(high[row]!, low[row]!, tail[row]!);
      } else {
        // The person of a list row is its head; elsewhere only a 户主 row is.
        if (table.source === 'payment-list' || table.heads?.[row] === 1) head = identified(cases, table, row);
        if (head === unknownHead) head = headRows.onlyOne(table, row) ?? unknownHead;
      }
      heads[table.first + row] = head;
    }
  }
  return heads;
}

/** The row's person; a lone row without an id names nobody, because a second one may be somebody else. */
function identified(cases: PersonCases, { source }: HouseholdTable, row: number): number {
  const number = cases.caseOfRow(source, row);
  return cases.isIdentified(number) ? number : unknownHead;
}

function headRowsByName(tables: readonly HouseholdTable[], cases: PersonCases, places: ComparedPlaces): NamedPlaces {
  const headRows = new NamedPlaces(cases.names, places);
  for (const table of tables) {
    for (let row = 0; row < table.length; row += 1) {
      if (table.heads?.[row] !== 1) continue;
      const head = identified(cases, table, row);
      if (head !== unknownHead) headRows.add(table, row, head);
    }
  }
  return headRows;
}
