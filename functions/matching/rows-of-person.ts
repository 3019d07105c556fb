import type { PersonRows } from '../../schemas/case.ts';
import type { SourceTables } from '../../schemas/source-table.ts';
import type { AnyRow, SourceRows } from '../../schemas/sources/rows.ts';
import type { PersonCases } from './person-cases.ts';
import type { PersonFacts } from './person-facts.ts';
import { orderOf, type PersonSource } from './person-tables.ts';

/** What the views of one run share. */
export interface PersonViews {
  readonly tables: SourceTables;
  readonly cases: PersonCases;
  readonly facts: PersonFacts;
}

const noRows: readonly never[] = [];

/** Rows of a case by source, made when a rule asks for them. */
export class RowsOfPerson implements PersonRows {
  readonly #views: PersonViews;
  readonly #number: number;
  readonly #made: (readonly AnyRow[] | undefined)[] = [];

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
    const order = orderOf[source];
    this.#made[order] ??= rowsWhere(this.#views, this.#number, source);
    return this.#made[order] as readonly SourceRows[Source][];
  }
}

/** The rows of a case in one source whose byte in `bytes` passes; all of them where there are no bytes. */
export function rowsWhere<Source extends PersonSource>(
  { tables, cases }: PersonViews,
  number: number,
  source: Source,
  bytes?: Uint8Array,
  wanted: (byte: number) => boolean = Boolean,
): readonly SourceRows[Source][] {
  const table = tables[source];
  if (table === undefined) return noRows;
  const { rows, people } = cases;
  const first = people.firstOf(orderOf[source]);
  const last = people.firstOf(orderOf[source] + 1);
  const end = rows.start(number + 1);
  let found: SourceRows[Source][] | undefined;
  for (let at = rows.start(number); at < end; at += 1) {
    const row = rows.at(at);
    if (row >= last) break;
    if (row < first || !(bytes === undefined || wanted(bytes[row - first]!))) continue;
    const view = table.row(row - first) as SourceRows[Source];
    if (found === undefined) found = [view];
    else found.push(view);
  }
  return found ?? noRows;
}
