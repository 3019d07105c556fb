import type { PersonRows } from '../../schemas/case.ts';
import type { SourceTables } from '../../schemas/source-table.ts';
import type { AnyRow, SourceRows } from '../../schemas/sources/rows.ts';
import type { PersonCases } from './person-cases.ts';
import type { PersonFacts } from './person-facts.ts';
import { orderOf, type PersonSource, personSources } from './person-tables.ts';

/** What the views of one run share. */
export interface PersonViews {
  readonly tables: SourceTables;
  readonly cases: PersonCases;
  readonly facts: PersonFacts;
  /** By case: `personBits`. */
  readonly signs: Uint16Array;
}

export const noRows: readonly never[] = [];

/** Rows of a case by source, made when a rule asks for them. */
export class RowsOfPerson implements PersonRows {
  /** By the source's place in `personSources`; nothing before the first look. */
  #made: (readonly AnyRow[] | undefined)[] | undefined;
  readonly #views: PersonViews;
  readonly #number: number;

  constructor(views: PersonViews, number: number) {
    this.#views = views;
    this.#number = number;
  }

  get roster() {
    return this.#of('dibao-roster');
  }
  get system() {
    return this.#of('assistance-system');
  }
  get registration() {
    return this.#of('poverty-registration');
  }
  get destitute() {
    return this.#of('destitute-roster');
  }
  get death() {
    return this.#of('death-register');
  }
  get list() {
    return this.#of('payment-list');
  }
  get benefit() {
    return this.#of('benefit-roster');
  }
  get exclusion() {
    return this.#of('exclusion-register');
  }

  #of<Source extends PersonSource>(source: Source): readonly SourceRows[Source][] {
    this.#made ??= rowsBySource(this.#views.cases, this.#number);
    return (this.#made[orderOf[source]] ?? noRows) as readonly SourceRows[Source][];
  }
}

/** All sources in one pass: a case has two or three rows, so asking each of the eight sources would take longer. */
function rowsBySource({ rows, people }: PersonCases, number: number): (readonly AnyRow[] | undefined)[] {
  const made = new Array<AnyRow[] | undefined>(personSources.length);
  const end = rows.start(number + 1);
  for (let at = rows.start(number); at < end; at += 1) {
    const row = rows.at(at);
    const { table, order, first } = people.tableOf(row);
    const view = table.row(row - first);
    const others = made[order];
    if (others === undefined) made[order] = [view];
    else others.push(view);
  }
  return made;
}

/** Those of a case's rows of one source whose byte in `bytes` has a bit of `wanted`, made without the others. */
export function rowsOfSource<Source extends PersonSource>(
  { tables, cases: { rows, people } }: PersonViews,
  number: number,
  source: Source,
  bytes: Uint8Array,
  wanted: number,
): readonly SourceRows[Source][] {
  const table = tables[source];
  if (table === undefined) return noRows;
  const first = people.firstOf(orderOf[source]);
  const next = people.firstOf(orderOf[source] + 1);
  const made: SourceRows[Source][] = [];
  const end = rows.start(number + 1);
  for (let at = rows.start(number); at < end; at += 1) {
    const row = rows.at(at);
    if (row >= next) break;
    if (row >= first && (bytes[row - first]! & wanted) !== 0) made.push(table.row(row - first) as SourceRows[Source]);
  }
  return made;
}
