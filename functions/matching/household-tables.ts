import type { IdColumn, SourceTables, TextPool } from '../../schemas/source-table.ts';
import { isHead } from '../../schemas/values/relation.ts';

/** Sources whose rows are grouped into households, in the order in which a household looks for what it prints. */
const householdSources = ['dibao-roster', 'assistance-system', 'payment-list'] as const;
export type HouseholdSource = (typeof householdSources)[number];

/** Where the rows of a source stand among the running numbers of all: `first` plus the row's index. */
export interface HouseholdSpan {
  readonly source: HouseholdSource;
  readonly first: number;
  readonly length: number;
  /** Pool codes of 户编号 in the form in which they are compared; 0 where blank. */
  readonly numbers: Int32Array;
}

/** The household columns of one source. */
export interface HouseholdTable extends HouseholdSpan {
  /** Pool codes as those of `numbers`. */
  readonly certificates: Int32Array;
  /** Pool codes as written. */
  readonly headNames: Int32Array;
  readonly townships: Int32Array;
  readonly villages: Int32Array;
  readonly headIds: IdColumn;
  /** 1 for 户主 rows; undefined where the source has no relations. Told when asked for: where all rows have a 户编号, nobody asks. */
  readonly heads: Uint8Array | undefined;
}

function headRows(relations: Int32Array, texts: TextPool): Uint8Array {
  const known = new Map<number, 0 | 1>();
  const heads = new Uint8Array(relations.length);
  for (let row = 0; row < heads.length; row += 1) {
    const relation = relations[row]!;
    let head = known.get(relation);
    if (head === undefined) {
      head = isHead(texts.text(relation)) ? 1 : 0;
      known.set(relation, head);
    }
    heads[row] = head;
  }
  return heads;
}

export function householdTables(tables: SourceTables, texts: TextPool): readonly HouseholdTable[] {
  const found: HouseholdTable[] = [];
  let first = 0;
  for (const source of householdSources) {
    const table = tables[source];
    if (table === undefined) continue;
    const relations = source === 'payment-list' ? undefined : table.codes('relation');
    let heads: Uint8Array | undefined;
    found.push({
      source,
      first,
      length: table.length,
      numbers: table.codes('householdId'),
      certificates: table.codes('certificateNumber'),
      headNames: table.codes('headName'),
      townships: table.codes('township'),
      villages: table.codes('village'),
      headIds: table.ids('headId'),
      get heads() {
        if (relations !== undefined) heads ??= headRows(relations, texts);
        return heads;
      },
    });
    first += table.length;
  }
  return found;
}
