import type { MatchBasis } from '../../schemas/case.ts';
import type { SourceTables, TextPool } from '../../schemas/source-table.ts';
import { CandidateGraph, type Join } from './candidate-graph.ts';
import { ComparedNames } from './compared-names.ts';
import type { ComparedPlaces } from './compared-places.ts';
import { GroupNames } from './group-names.ts';
import type { IdTable } from './id-table.ts';
import { lostDigitsCandidates } from './lost-digits-candidates.ts';
import { nearIdCandidates } from './near-id-candidates.ts';
import { noIdCandidates } from './no-id-candidates.ts';
import { orderOf, type PersonSource, PersonTables } from './person-tables.ts';
import { RowGroups } from './row-groups.ts';
import { sameIdGroups } from './same-id-groups.ts';

const none: readonly number[] = [];

/** The case of each group: groups of a join are one, all others alone, numbered as their first groups are. */
function casesOfGroups(groupCount: number, joins: readonly Join[]): { readonly caseOf: Int32Array; readonly count: number } {
  const caseOf = new Int32Array(groupCount);
  // The later groups of a join hold the complement of its first group, which is numbered before they are reached.
  for (const { groups } of joins) for (const group of groups.slice(1)) caseOf[group] = ~groups[0]!;
  let count = 0;
  for (let group = 0; group < groupCount; group += 1) {
    const joined = caseOf[group]!;
    if (joined < 0) caseOf[group] = caseOf[~joined]!;
    else {
      caseOf[group] = count;
      count += 1;
    }
  }
  return { caseOf, count };
}

/** The number of cases that have an id. */
function casesWithId(idCount: number, joins: readonly Join[]): number {
  let count = idCount;
  for (const { groups } of joins) for (const group of groups.slice(1)) if (group < idCount) count -= 1;
  return count;
}

/** A loop, because `map` with a callback is slow until V8 has compiled it, and this runs once over all rows. */
function casesOfRows(groupOf: Int32Array, caseOfGroup: Int32Array): Int32Array {
  const caseOf = new Int32Array(groupOf.length);
  for (let row = 0; row < groupOf.length; row += 1) caseOf[row] = caseOfGroup[groupOf[row]!]!;
  return caseOf;
}

/** Who is who: the person rows of all sources as cases, numbered in row order (those with an id first). */
export class PersonCases {
  readonly people: PersonTables;
  readonly count: number;
  /** By running number of the row. */
  readonly caseOf: Int32Array;
  /** Running numbers of each case's rows: by source, in file order. */
  readonly rows: RowGroups;
  readonly names: ComparedNames;
  readonly #ids: IdTable;
  readonly #caseOfGroup: Int32Array;
  /** Only of joined cases. */
  readonly #bases = new Map<number, MatchBasis>();
  readonly #graph: CandidateGraph;
  /** Groups with an id come first, so cases below this have one. */
  readonly #casesWithId: number;
  /** The groups of cases that were not joined although they have candidates. */
  readonly #loneGroups = new Map<number, number>();

  constructor(tables: SourceTables, texts: TextPool, places: ComparedPlaces) {
    this.people = new PersonTables(tables);
    const groups = sameIdGroups(this.people);
    this.names = new ComparedNames(texts);
    const names = new GroupNames(this.people, groups, this.names);
    const { ids, sources } = groups;
    const lost = lostDigitsCandidates(this.people, groups, names);
    const near = nearIdCandidates(groups, (one, other) => (sources[one]! & sources[other]!) === 0 && names.agree(one, other));
    const nameless = noIdCandidates(this.people, groups, names, places);
    this.#ids = ids;
    this.#graph = new CandidateGraph([...lost, ...near, ...nameless]);

    const joins = this.#graph.joins();
    const { caseOf, count } = casesOfGroups(groups.count, joins);
    this.#caseOfGroup = caseOf;
    this.count = count;
    // Groups with an id come first and a case has the number of its first group, so a join of both kinds is among those with an id.
    this.#casesWithId = casesWithId(ids.count, joins);
    for (const join of joins) this.#bases.set(caseOf[join.groups[0]!]!, join.basis);
    for (const group of this.#graph.groups) {
      if (!this.#bases.has(caseOf[group]!)) this.#loneGroups.set(caseOf[group]!, group);
    }
    this.caseOf = joins.length === 0 ? groups.groupOf : casesOfRows(groups.groupOf, caseOf);
    this.rows = joins.length === 0 ? groups.rows : new RowGroups(this.caseOf, count);
  }

  basis(number: number): MatchBasis {
    return this.#bases.get(number) ?? 'same-id';
  }

  /** Numbers of the cases that a suspicion made one. */
  joined(): Iterable<number> {
    return this.#bases.keys();
  }

  /** Numbers of the cases that have candidates. */
  withCandidates(): Iterable<number> {
    return this.#loneGroups.keys();
  }

  candidates(number: number): readonly number[] {
    const group = this.#loneGroups.size === 0 ? undefined : this.#loneGroups.get(number);
    if (group === undefined) return none;
    return [...this.#graph.of(group).keys()].map((other) => this.#caseOfGroup[other]!);
  }

  /** The case of a row by its source and its index there. */
  caseOfRow(source: PersonSource, index: number): number {
    return this.caseOf[this.people.firstOf(orderOf[source]) + index]!;
  }

  /** False for a lone row without an id of 18 characters. */
  isIdentified(number: number): boolean {
    return this.#bases.has(number) || number < this.#casesWithId;
  }

  /** The case of an id of 18 characters; -1 where no person row has it. */
  withId(high: number, low: number, tail: number): number {
    const group = this.#ids.find(high, low, tail);
    return group < 0 ? -1 : this.#caseOfGroup[group]!;
  }
}
