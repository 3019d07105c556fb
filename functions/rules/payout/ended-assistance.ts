import type { Cases, HouseholdCase } from '../../../schemas/case.ts';
import type { Claim } from '../../../schemas/claim.ts';
import type { DeathRow, RosterRow, SystemRow } from '../../../schemas/sources/rows.ts';
import type { Day } from '../../../schemas/values/day.ts';

/** Rows of a household in roster and system, whatever their programme and whether they run or not. */
export const registerRows = ({ roster, system }: HouseholdCase): readonly (RosterRow | SystemRow)[] => [...roster, ...system];

const endedBy = ({ endDate, status }: RosterRow | SystemRow, day: Day) =>
  endDate === undefined ? status === '停保' : endDate <= day;

/** The covered rows of a household that all ended by the day; empty where one did not, or where there is none. */
export function endedRows(household: HouseholdCase, day: Day): readonly (RosterRow | SystemRow)[] {
  const covered = registerRows(household).filter((row) => row.covered);
  return covered.every((row) => endedBy(row, day)) ? covered : [];
}

/** The death row of a row's person before the day, if there is one. */
export function deathBefore(row: { source: string; index: number }, day: Day, cases: Cases): DeathRow | undefined {
  const person = cases.personOf(row);
  if (person < 0) return undefined;
  return cases.person(person).rows.death.find(({ deathDate }) => deathDate !== undefined && deathDate < day);
}

/** The head's death row where the head died before the day and nobody else of the household is known to live. */
export function lastMemberDeath(claim: Claim, day: Day, cases: Cases): DeathRow | undefined {
  // A row whose id was lost or never taken down says less of who the head is than the next one with an id.
  const head = claim.rows.find(({ headId }) => headId.normalised !== '') ?? claim.rows[0]!;
  const death = deathBefore(head, day, cases);
  if (death === undefined) return undefined;
  const headCase = cases.personOf(head);
  const others = registerRows(cases.household(claim.household)).filter((row) => cases.personOf(row) !== headCase);
  return others.every((row) => deathBefore(row, day, cases) !== undefined) ? death : undefined;
}
