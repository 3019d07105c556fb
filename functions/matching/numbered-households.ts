import type { HouseholdTable } from './household-tables.ts';

/** Which household each row of roster, system and payment list belongs to. */
export interface HouseholdGroups {
  readonly count: number;
  /** By running number of the row. */
  readonly householdOf: Int32Array;
}

/** Rows with a 户编号 as households; -1 for the others. `textCount` is the size of the pool. */
export function numberedHouseholds(
  tables: readonly HouseholdTable[],
  textCount: number,
): HouseholdGroups & { readonly complete: boolean } {
  const last = tables.at(-1);
  const householdOf = new Int32Array(last === undefined ? 0 : last.first + last.length).fill(-1);
  // By pool code: the household plus one.
  const byNumber = new Int32Array(textCount);
  let count = 0;
  let complete = true;
  for (const { numbers, first, length } of tables) {
    for (let row = 0; row < length; row += 1) {
      const number = numbers[row]!;
      if (number === 0) {
        complete = false;
        continue;
      }
      if (byNumber[number] === 0) {
        count += 1;
        byNumber[number] = count;
      }
      householdOf[first + row] = byNumber[number]! - 1;
    }
  }
  return { count, householdOf, complete };
}
