import type { MergedRange, RawSheet } from '../functions/reading/raw-sheet.ts';
import { type FileResult, readFile } from '../functions/reading/read-file.ts';
import { sourceReading } from '../functions/reading/source-reading.ts';
import { TextArena } from '../functions/reading/table/text-arena.ts';
import { type CountyProfile, defaultProfile } from '../schemas/county-profile.ts';
import type { SourceTable } from '../schemas/source-table.ts';
import type { SourceId } from '../schemas/sources/source.ts';
import type { Cell } from '../schemas/values/cell.ts';
import type { Day } from '../schemas/values/day.ts';

/** A workbook's sheet as its reader hands it over; rows count from 1. */
export interface SheetCells {
  readonly name?: string;
  readonly visible?: boolean;
  readonly tabular?: boolean;
  readonly merges?: readonly MergedRange[];
  /** Undefined for a row without a value, which the readers of workbooks leave out. */
  readonly rows: readonly (readonly Cell[] | undefined)[];
}

const rawSheet = ({ name = '表1', visible = true, tabular = true, merges = [], rows }: SheetCells): RawSheet => ({
  name,
  visible,
  tabular,
  merges: async () => merges,
  async *batches() {
    // Two rows a batch, so that a heading's end and a household may fall on either side of one.
    const records = rows.flatMap((cells, at) => (cells === undefined ? [] : [{ row: at + 1, cells }]));
    for (let at = 0; at < records.length; at += 2) yield records.slice(at, at + 2);
  },
});

/** Reads a workbook given as cells. */
export async function readSheets(
  source: SourceId,
  sheets: readonly SheetCells[],
  { file = '名册.xlsx', profile = defaultProfile }: { readonly file?: string; readonly profile?: CountyProfile } = {},
): Promise<FileResult & { readonly table: SourceTable }> {
  const latest = 20200630 as Day;
  const run = { period: undefined, asOf: latest, latestBirth: latest, acceptedPeriods: new Set<string>() };
  const reading = sourceReading(source, profile, run, new TextArena());
  const raw = {
    kind: 'xlsx',
    encoding: undefined,
    delimiter: undefined,
    size: 1,
    sha256: '',
    sheets: sheets.map(rawSheet),
  } as const;
  const result = await readFile(raw, file, reading);
  return { ...result, table: reading.table.finish() };
}
