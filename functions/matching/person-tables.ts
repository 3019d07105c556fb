import type { IdColumn, SourceTable, SourceTables } from '../../schemas/source-table.ts';
import type { SourceId } from '../../schemas/sources/source.ts';
import { normaliseIdText } from '../../schemas/values/resident-id-text.ts';

/**
 * Sources of person rows in the order in which a case looks for what it prints, and whether their rows name a place and a
 * head. A set of them is a bit mask.
 */
export const personSources = [
  { source: 'dibao-roster', id: 'idNumber', name: 'name', placed: true, headed: true },
  { source: 'assistance-system', id: 'idNumber', name: 'name', placed: true, headed: true },
  { source: 'poverty-registration', id: 'idNumber', name: 'name', placed: true, headed: true },
  { source: 'destitute-roster', id: 'idNumber', name: 'name', placed: true, headed: false },
  { source: 'death-register', id: 'idNumber', name: 'name', placed: false, headed: false },
  { source: 'payment-list', id: 'headId', name: 'headName', placed: true, headed: true },
  { source: 'benefit-roster', id: 'idNumber', name: 'name', placed: false, headed: false },
  { source: 'exclusion-register', id: 'idNumber', name: 'name', placed: false, headed: false },
] as const satisfies readonly { source: SourceId; id: string; name: string; placed: boolean; headed: boolean }[];

export type PersonSource = (typeof personSources)[number]['source'];

export const orderOf = Object.fromEntries(personSources.map(({ source }, order) => [source, order])) as Readonly<
  Record<PersonSource, number>
>;

/** The person columns of one source. Rows of all sources have one running number: `first` plus the row's index. */
export interface PersonTable {
  readonly source: PersonSource;
  readonly table: SourceTable<PersonSource>;
  /** Place in `personSources`. */
  readonly order: number;
  readonly first: number;
  readonly length: number;
  readonly ids: IdColumn;
  /** Pool codes. */
  readonly names: Int32Array;
  /** Pool codes; undefined for sources that say nothing of places. */
  readonly townships: Int32Array | undefined;
  readonly villages: Int32Array | undefined;
  /** Undefined for sources that name no head. */
  readonly headNames: Int32Array | undefined;
}

/** Running numbers of person rows: sources in order, rows in file order. */
export class PersonTables {
  readonly tables: readonly PersonTable[];
  readonly rowCount: number;
  /** By place in `personSources`: the first running number; the last element ends the last source. */
  readonly #firsts = new Int32Array(personSources.length + 1);

  constructor(tables: SourceTables) {
    const present: PersonTable[] = [];
    let first = 0;
    for (const [order, { source, id, name, placed, headed }] of personSources.entries()) {
      this.#firsts[order] = first;
      const table = tables[source];
      if (table === undefined) continue;
      present.push({
        source,
        table,
        order,
        first,
        length: table.length,
        ids: table.ids(id),
        names: table.codes(name),
        townships: placed ? table.codes('township') : undefined,
        villages: placed ? table.codes('village') : undefined,
        headNames: headed ? table.codes('headName') : undefined,
      });
      first += table.length;
    }
    this.#firsts[personSources.length] = first;
    this.tables = present;
    this.rowCount = first;
  }

  firstOf(order: number): number {
    return this.#firsts[order]!;
  }

  tableOf(row: number): PersonTable {
    for (const table of this.tables) if (row < table.first + table.length) return table;
    throw new RangeError('no such person row');
  }

  /** The first 15 digits of an id that lost the others, else ''. */
  lostDigits(row: number): string {
    const { ids, first } = this.tableOf(row);
    return ids.lostDigits(row - first);
  }

  /** The id in the form that ids are compared in, whatever is wrong with it. */
  idText(row: number): string {
    const { ids, first } = this.tableOf(row);
    return normaliseIdText(ids.text(row - first)).text;
  }
}
