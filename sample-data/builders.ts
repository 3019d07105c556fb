import { fieldReader, read, undecodable } from '../functions/reading/fields/field-reader.ts';
import { RepairTally } from '../functions/reading/fields/repair-tally.ts';
import { completeRows } from '../functions/reading/rows/complete-rows.ts';
import { paymentSigns } from '../functions/reading/rows/payment-signs.ts';
import { TableBuilder } from '../functions/reading/table/table-builder.ts';
import { TextArena } from '../functions/reading/table/text-arena.ts';
import type { SourceTable, SourceTables } from '../schemas/source-table.ts';
import type { SourceRows } from '../schemas/sources/rows.ts';
import { type Field, type RowIdentity, type SourceId, sourceIds } from '../schemas/sources/source.ts';
import { sources } from '../schemas/sources/sources.ts';
import type { Day } from '../schemas/values/day.ts';
import { checkCharacter } from '../schemas/values/resident-id.ts';

type FieldName<Id extends SourceId> = Exclude<keyof SourceRows[Id], keyof RowIdentity>;

/** A row as a file would hold it: each value as text, by field name; `file`, `sheet` and `row` for its address. */
export type RowText<Id extends SourceId> = { readonly [Name in FieldName<Id>]?: string } & {
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
};

export type TableTexts = { readonly [Id in SourceId]?: readonly RowText<Id>[] };

const place = { township: '竹帘镇', village: '红旗村' };

/** What a row has where a test does not care. Ids have no default: two rows with one would be one person. */
const defaults: { readonly [Id in SourceId]: RowText<Id> } = {
  'dibao-roster': { ...place, area: '农村', headName: '张三', name: '张三', monthlyAmount: '300' },
  'assistance-system': {
    ...place,
    programme: '农村低保',
    headName: '张三',
    name: '张三',
    monthlyAmount: '300',
    povertyMark: '否',
  },
  'poverty-registration': { ...place, householdId: 'P001', name: '张三', attribute: '一般贫困户', status: '已脱贫' },
  'destitute-roster': { ...place, name: '张三' },
  'death-register': { name: '张三', deathDate: '2020-05-12' },
  'payment-list': { ...place, area: '农村', headName: '张三', amount: '900' },
  'bank-payout': { accountName: '张三', requestedAmount: '900', paidOn: '2020-07-08', result: '成功' },
  'statistics-return': { month: '2020-07', area: '农村', households: '1', persons: '1', amount: '300' },
  'benefit-roster': { benefit: '燃煤补贴', name: '张三', amount: '100' },
  'exclusion-register': { kind: '财政供养', name: '张三' },
};

function tableOf(id: SourceId, rows: readonly RowText<SourceId>[], pool: TextArena, latestBirth: Day): SourceTable {
  const source = sources[id];
  const table = new TableBuilder(source, pool);
  const texts = rows.map((row): Readonly<Record<string, string | number | undefined>> => ({ ...defaults[id], ...row }));
  const given = new Set(texts.flatMap((row) => Object.keys(source.fields).filter((name) => row[name] !== undefined)));
  table.reserve(texts.length);
  const readers = [...given].map((name) => {
    const field: Field = source.fields[name]!;
    const setting = { pool, latestBirth, unit: '元' as const, repairs: new RepairTally(), words: {}, unknownWord: () => {} };
    return { name, field, read: fieldReader(field, table.column(name), setting) };
  });
  const sign = id === 'payment-list' ? paymentSigns(table, given) : () => true;
  let place = '';
  for (const [index, row] of texts.entries()) {
    const { file = `${source.name}.csv`, sheet = '', row: number = index + 2 } = row;
    if (`${file}!${sheet}` !== place) table.addresses.begin(index, String(file), String(sheet));
    place = `${file}!${sheet}`;
    for (const reader of readers) {
      const outcome = reader.read(row[reader.name], index);
      const missing = reader.field.requirement === 'required' && reader.field.kind !== 'id';
      if (outcome !== read && outcome !== undecodable && (outcome === 2 || missing)) {
        throw new Error(`row ${index + 1} of ${id} would be rejected for ${reader.name}`);
      }
    }
    if (!sign(index)) throw new Error(`row ${index + 1} of ${id} would be rejected for amount`);
    table.addresses.rows[index] = Number(number);
    table.length += 1;
  }
  completeRows(table, { start: 0, end: table.length }, given, true);
  return table.finish();
}

/**
 * Tables for tests, from texts as files hold them, read by the parsers that read files. A source that is not named is
 * absent; a source with no rows is there and empty. Throws where a row would be rejected.
 */
export function tablesOf(texts: TableTexts, options: { readonly asOf: Day }): SourceTables {
  const pool = new TextArena();
  const tables: Record<string, SourceTable> = {};
  for (const id of sourceIds) {
    const rows = texts[id];
    if (rows !== undefined) tables[id] = tableOf(id, rows, pool, options.asOf);
  }
  return tables as SourceTables;
}

/** A synthetic id: region of six digits, birth as yyyymmdd, sequence 0 to 999, and the right check character. */
export function validId(region: string | number, birth: string | number, sequence: number): string {
  const seventeen = `${region}${birth}${String(sequence).padStart(3, '0')}`;
  if (!/^\d{17}$/.test(seventeen)) throw new RangeError('an id needs 6 + 8 + 3 digits');
  return seventeen + checkCharacter(seventeen);
}
