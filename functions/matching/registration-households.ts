import type { RegistrationHousehold } from '../../schemas/case.ts';
import type { SourceTable } from '../../schemas/source-table.ts';
import type { RegistrationRow } from '../../schemas/sources/rows.ts';
import { normaliseKey } from '../../schemas/values/text.ts';
import { RowGroups } from './row-groups.ts';

/** The poverty bureau's households by its own numbering, which no other source shares. */
export interface RegistrationHouseholds {
  readonly count: number;
  /** -1 for 边缘 rows. */
  readonly householdOf: Int32Array;
  household(number: number): RegistrationHousehold;
}

/**
 * `registered` is 1 for rows other than 边缘, `personOf` the case of a row. Households are numbered as their first rows come.
 */
export function registrationHouseholds(
  table: SourceTable<'poverty-registration'>,
  registered: Uint8Array,
  personOf: (index: number) => number,
): RegistrationHouseholds {
  const ids = table.codes('householdId');
  // By pool code: the household plus one. Columns of keys hold the form in which they are compared.
  const byId = new Int32Array(table.texts.size);
  const householdOf = new Int32Array(table.length).fill(-1);
  let count = 0;
  for (let row = 0; row < table.length; row += 1) {
    if (registered[row] === 0) continue;
    const id = ids[row]!;
    if (byId[id] === 0) {
      count += 1;
      byId[id] = count;
    }
    householdOf[row] = byId[id]! - 1;
  }
  const rows = new RowGroups(householdOf, count);
  const household = (number: number): RegistrationHousehold => {
    const members: RegistrationRow[] = [];
    const persons = new Set<number>();
    for (let at = rows.start(number); at < rows.start(number + 1); at += 1) {
      members.push(table.row(rows.at(at)));
      persons.add(personOf(rows.at(at)));
    }
    const head = members.find((row) => normaliseKey(row.relation) === '户主') ?? members[0]!;
    return { number, householdId: head.householdId, rows: members, head, persons: [...persons] };
  };
  return { count, householdOf, household };
}
