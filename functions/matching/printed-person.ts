import { idProblemCodes } from '../../schemas/values/resident-id.ts';
import type { PersonFacts } from './person-facts.ts';
import type { PersonSource } from './person-tables.ts';
import type { PersonViews } from './rows-of-person.ts';

const { none: usable, missing } = idProblemCodes;

/**
 * The row (running number) whose id and name stand for the case: the first with a usable id, else the first with any id,
 * else the first. Rows of a case are ordered by source as the rules prefer them.
 */
export function printedRow({ cases: { rows, people } }: PersonViews, number: number): number {
  const end = rows.start(number + 1);
  let written = -1;
  for (let at = rows.start(number); at < end; at += 1) {
    const row = rows.at(at);
    const { ids, first } = people.tableOf(row);
    const problem = ids.problem[row - first];
    if (problem === usable) return row;
    if (written < 0 && problem !== missing) written = row;
  }
  return written < 0 ? rows.at(rows.start(number)) : written;
}

/** By row of a source: 1 where it is active; undefined where it cannot be. */
function activeIn(source: PersonSource, facts: PersonFacts): Uint8Array | undefined {
  if (source === 'dibao-roster') return facts.rosterActive;
  if (source === 'assistance-system') return facts.systemActive;
  return source === 'destitute-roster' ? facts.destituteActive : undefined;
}

/** The row (running number) whose township, village and head stand for the case: the first active one of its first source. */
export function rowOfPlace({ cases: { rows, people }, facts }: PersonViews, number: number): number {
  const start = rows.start(number);
  const end = rows.start(number + 1);
  const { source, first, length } = people.tableOf(rows.at(start));
  const active = activeIn(source, facts);
  if (active === undefined) return rows.at(start);
  for (let at = start; at < end && rows.at(at) < first + length; at += 1) {
    if (active[rows.at(at) - first] === 1) return rows.at(at);
  }
  return rows.at(start);
}
