import type { SourceTable } from '../../schemas/source-table.ts';
import type { Day } from '../../schemas/values/day.ts';

type Assisting = SourceTable<'dibao-roster'> | SourceTable<'assistance-system'> | SourceTable<'destitute-roster'>;

/** By row: 1 where its assistance runs on the day. Says what `activeOn` says, from the columns, without a view for each row. */
export function activeRows(table: Assisting, on: Day): Uint8Array {
  const active = new Uint8Array(table.length);
  const starts = table.numbers('startDate');
  const ends = table.numbers('endDate');
  const statuses = table.codes('status');
  const stopped = table.texts.intern('停保');
  for (let row = 0; row < active.length; row += 1) {
    // Blank days are NaN, so every comparison with one is false.
    const end = ends[row]!;
    const runs = end > 0 ? end > on : statuses[row] !== stopped;
    active[row] = runs && !(starts[row]! > on) ? 1 : 0;
  }
  return active;
}

/** What an assisted person is assisted as, a bit each; 0 for rows that are uncovered or do not run. */
export const assistedAs = { nothing: 0, rural: 1, urban: 2, destitute: 4, unknown: 8 } as const;

/** Whether a row puts its household in the book as one of dibao. `as`: one of `assistedAs`. */
export const standsInBook = (as: number): boolean => as !== assistedAs.nothing && as !== assistedAs.destitute;

/** By row of roster or system: one of `assistedAs` on the day. */
export function assistedRows(
  table: SourceTable<'dibao-roster'> | SourceTable<'assistance-system'>,
  on: Day,
): { readonly active: Uint8Array; readonly assisted: Uint8Array } {
  const active = activeRows(table, on);
  const covered = table.numbers('covered');
  const [field, rural, urban] =
    table.source === 'dibao-roster' ? ['area', '农村', '城市'] : ['programme', '农村低保', '城市低保'];
  const kinds = table.codes(field!);
  const { texts } = table;
  const ruralCode = texts.intern(rural!);
  const urbanCode = texts.intern(urban!);
  const destituteCode = texts.intern('特困');
  const assisted = new Uint8Array(table.length);
  for (let row = 0; row < assisted.length; row += 1) {
    if (active[row] === 0 || covered[row] === 0) continue;
    const kind = kinds[row];
    if (kind === ruralCode) assisted[row] = assistedAs.rural;
    else if (kind === urbanCode) assisted[row] = assistedAs.urban;
    else assisted[row] = kind === destituteCode ? assistedAs.destitute : assistedAs.unknown;
  }
  return { active, assisted };
}
