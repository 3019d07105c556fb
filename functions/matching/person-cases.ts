import type { MatchBasis } from '../../schemas/case.ts';
import type { SourceTables, TextPool } from '../../schemas/source-table.ts';
import { CandidateGraph } from './candidate-graph.ts';
import { ComparedNames } from './compared-names.ts';
import type { ComparedPlaces } from './compared-places.ts';
import { GroupNames } from './group-names.ts';
import { lostDigitsCandidates } from './lost-digits-candidates.ts';
import { nearIdCandidates } from './near-id-candidates.ts';
import { noIdCandidates } from './no-id-candidates.ts';
import { orderOf, type PersonSource, PersonTables } from './person-tables.ts';
import { RowGroups } from './row-groups.ts';
import { type SameIdGroups, sameIdGroups } from './same-id-groups.ts';

/** Who is who: the person rows of all sources as cases, numbered in row order (those with an id first). */
export class PersonCases {
  readonly people: PersonTables;
  readonly count: number;
  /** By running number of the row. */
  readonly caseOf: Int32Array;
  /** Running numbers of each case's rows: by source, in file order. */
  readonly rows: RowGroups;
  readonly names: ComparedNames;
  readonly #groups: SameIdGroups;
  readonly #caseOfGroup: Int32Array;
  /** Only of joined cases. */
  readonly #bases: ReadonlyMap<number, MatchBasis>;
  /** Only of cases that were not joined although they have candidates. */
  readonly #candidates: CandidateGraph;
  /** Cases below this have an id of 18 characters. */
  readonly #casesWithId: number;
  readonly #groupOfLone: ReadonlyMap<number, number>;

  constructor(tables: SourceTables, texts: TextPool, places: ComparedPlaces) {
    this.people = new PersonTables(tables);
    const groups = sameIdGroups(this.people);
    this.#groups = groups;
    this.names = new ComparedNames(texts);
    const names = new GroupNames(this.people, groups, this.names);
    const { ids, sources } = groups;
    const graph = new CandidateGraph(
      [
        ...lostDigitsCandidates(this.people, groups, names, texts),
        ...nearIdCandidates(ids, (one, other) => (sources[one]! & sources[other]!) === 0 && names.agree(one, other)),
        ...noIdCandidates(this.people, groups, names, places),
      ],
      groups.count,
    );
    const joins = graph.joins();
    const firstOf = new Map<number, number>();
    for (const join of joins) for (const group of join.groups) firstOf.set(group, join.groups[0]!);

    this.#caseOfGroup = new Int32Array(groups.count);
    let count = 0;
    let withId = 0;
    for (let group = 0; group < groups.count; group += 1) {
      const first = firstOf.size === 0 ? undefined : firstOf.get(group);
      if (first !== undefined && first !== group) this.#caseOfGroup[group] = this.#caseOfGroup[first]!;
      else {
        this.#caseOfGroup[group] = count;
        count += 1;
        if (group < ids.count) withId = count;
      }
    }
    this.count = count;
    this.#casesWithId = withId;
    this.#bases = new Map(joins.map(({ groups: joined, basis }) => [this.#caseOfGroup[joined[0]!]!, basis]));
    this.#candidates = graph;
    this.#groupOfLone = new Map(
      graph.groups().flatMap((group) => (firstOf.has(group) ? [] : [[this.#caseOfGroup[group]!, group] as const])),
    );
    this.caseOf = joins.length === 0 ? groups.groupOf : groups.groupOf.map((group) => this.#caseOfGroup[group]!);
    this.rows = joins.length === 0 ? groups.rows : new RowGroups(this.caseOf, count);
  }

  basis(number: number): MatchBasis {
    return this.#bases.get(number) ?? 'same-id';
  }

  candidates(number: number): readonly number[] {
    const group = this.#groupOfLone.size === 0 ? undefined : this.#groupOfLone.get(number);
    if (group === undefined) return [];
    return [...this.#candidates.of(group).keys()].map((other) => this.#caseOfGroup[other]!);
  }

  /** The case of a row by its source and its index there. */
  caseOfRow(source: PersonSource, index: number): number {
    return this.caseOf[this.people.firstOf(orderOf[source]) + index]!;
  }

  /** False for a lone row without an id of 18 characters. */
  isIdentified(number: number): boolean {
    return number < this.#casesWithId || this.#bases.has(number);
  }

  /** The case of an id of 18 characters; -1 where no person row has it. */
  withId(high: number, low: number, tail: number): number {
    const group = this.#groups.ids.find(high, low, tail);
    return group < 0 ? -1 : this.#caseOfGroup[group]!;
  }
}
