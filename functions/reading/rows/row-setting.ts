import type { CountyProfile } from '../../../schemas/county-profile.ts';
import type { Day } from '../../../schemas/values/day.ts';
import { type FieldReader, type FieldSetting, fieldReader } from '../fields/field-reader.ts';
import { layoutResultReader } from '../fields/layout-result-reader.ts';
import { RepairTally } from '../fields/repair-tally.ts';
import type { FileLog } from '../file-log.ts';
import type { TableBuilder } from '../table/table-builder.ts';
import type { PlannedColumn } from './sheet-plan.ts';

/** What the rows of a sheet are read with. */
export interface RowSetting {
  readonly table: TableBuilder;
  readonly log: FileLog;
  readonly file: string;
  readonly sheet: string;
  /** A record of a text file that is too short for its ● columns has lost something; a workbook leaves blank cells out. */
  readonly isText: boolean;
  readonly latestBirth: Day;
  readonly words: CountyProfile['words'];
  /** False: a total leaves 分类施保金 out. */
  readonly categoryIncluded: boolean;
  /** Results of a layout from the profile, in place of words. */
  readonly results: { readonly success: readonly string[]; readonly returned: readonly string[] } | undefined;
}

function settingOf({ name, unit, again }: PlannedColumn, { table, log, latestBirth, words }: RowSetting): FieldSetting {
  return {
    pool: table.pool,
    latestBirth,
    unit,
    repairs: again ? new RepairTally() : log.repairs,
    words: words[table.source.id]?.[name] ?? {},
    unknownWord: again ? () => {} : (word) => log.unknownWord(name, word),
  };
}

/** A result that a layout of the profile has words of its own for. */
export const hasOwnResults = ({ name }: PlannedColumn, { results }: RowSetting): boolean =>
  name === 'result' && results !== undefined;

/** A column's reader, writing into the table's column of its field. */
export function readerOf(column: PlannedColumn, setting: RowSetting): FieldReader {
  const { table, results } = setting;
  const written = table.column(column.name);
  if (hasOwnResults(column, setting)) return layoutResultReader(written, results!, table.pool);
  return fieldReader(column.field, written, settingOf(column, setting));
}
