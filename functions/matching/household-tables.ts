import type { IdColumn, SourceTables, TextPool } from '../../schemas/source-table.ts';
import { normaliseKey } from '../../schemas/values/text.ts';

/** Sources whose rows are grouped into households, in the order in which a household looks for what it prints. */
export const householdSources = ['dibao-roster', 'assistance-system', 'payment-list'] as const;
export type HouseholdSource = (typeof householdSources)[number];

/** The household columns of one source; `first` plus a row's index is its running number. */
export interface HouseholdTable {
  readonly source: HouseholdSource;
  readonly first: number;
  readonly length: number;
  /** Pool codes as compared; 0 where blank. */
  readonly numbers: Int32Array;
  readonly certificates: Int32Array;
  /** Pool codes as written. */
  readonly headNames: Int32Array;
  readonly townships: Int32Array;
  readonly villages: Int32Array;
  readonly headIds: IdColumn;
  /** 1 for 户主 rows; undefined where the source has no relations. */
  readonly heads: Uint8Array | undefined;
}

function comparedKeys(codes: Int32Array, texts: TextPool, known: Int32Array): Int32Array {
  return codes.map((code) => {
    if (code === 0) return 0;
    const found = known[code]!;
    if (found !== 0) return found - 1;
    const text = texts.text(code);
    const key = normaliseKey(text);
    const compared = key === text ? code : texts.intern(key);
    known[code] = compared + 1;
    return compared;
  });
}

function headRows(relations: Int32Array, texts: TextPool): Uint8Array {
  const isHead = new Map<number, 0 | 1>();
  return Uint8Array.from(relations, (relation) => {
    let head = isHead.get(relation);
    if (head === undefined) {
      head = normaliseKey(texts.text(relation)) === '户主' ? 1 : 0;
      isHead.set(relation, head);
    }
    return head;
  });
}

export function householdTables(tables: SourceTables, texts: TextPool): readonly HouseholdTable[] {
  const known = new Int32Array(texts.size);
  const found: HouseholdTable[] = [];
  let first = 0;
  for (const source of householdSources) {
    const table = tables[source];
    if (table === undefined) continue;
    found.push({
      source,
      first,
      length: table.length,
      numbers: comparedKeys(table.codes('householdId'), texts, known),
      certificates: comparedKeys(table.codes('certificateNumber'), texts, known),
      headNames: table.codes('headName'),
      townships: table.codes('township'),
      villages: table.codes('village'),
      headIds: table.ids('headId'),
      heads: source === 'payment-list' ? undefined : headRows(table.codes('relation'), texts),
    });
    first += table.length;
  }
  return found;
}
