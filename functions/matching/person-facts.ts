import type { SourceTables } from '../../schemas/source-table.ts';
import type { Day } from '../../schemas/values/day.ts';
import { activeRows, assistedRows } from './assisted-rows.ts';

const none = new Uint8Array(0);

/** What holds of single rows on the as-of date, a byte a row, so that a case's row sets need no second look at dates. */
export interface PersonFacts {
  readonly asOf: Day;
  /** `assistedAs` by row. */
  readonly roster: Uint8Array;
  readonly system: Uint8Array;
  /** 1 where the row is active, covered or not. */
  readonly rosterActive: Uint8Array;
  readonly systemActive: Uint8Array;
  readonly destituteActive: Uint8Array;
  /** 1 for rows other than 边缘. */
  readonly registered: Uint8Array;
  /** 1 where the death is on or before the day. */
  readonly dead: Uint8Array;
}

function registeredRows(table: SourceTables['poverty-registration']): Uint8Array {
  if (table === undefined) return none;
  const edge = table.texts.intern('边缘');
  const statuses = table.codes('status');
  const registered = new Uint8Array(table.length);
  for (let row = 0; row < table.length; row += 1) registered[row] = statuses[row] === edge ? 0 : 1;
  return registered;
}

function deadRows(table: SourceTables['death-register'], on: Day): Uint8Array {
  return table === undefined ? none : Uint8Array.from(table.numbers('deathDate'), (day) => (day <= on ? 1 : 0));
}

export function personFacts(tables: SourceTables, asOf: Day): PersonFacts {
  const { 'dibao-roster': roster, 'assistance-system': system, 'destitute-roster': destitute } = tables;
  const inRoster = roster === undefined ? { active: none, assisted: none } : assistedRows(roster, asOf);
  const inSystem = system === undefined ? { active: none, assisted: none } : assistedRows(system, asOf);
  return {
    asOf,
    roster: inRoster.assisted,
    system: inSystem.assisted,
    rosterActive: inRoster.active,
    systemActive: inSystem.active,
    destituteActive: destitute === undefined ? none : activeRows(destitute, asOf),
    registered: registeredRows(tables['poverty-registration']),
    dead: deadRows(tables['death-register'], asOf),
  };
}
