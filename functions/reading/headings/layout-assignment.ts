import type { Layout } from '../../../schemas/county-profile.ts';
import type { Source } from '../../../schemas/sources/source.ts';
import { isBlank } from '../../../schemas/values/blank-characters.ts';
import type { Cell } from '../../../schemas/values/cell.ts';
import { readMoney } from '../../../schemas/values/money.ts';
import type { ColumnAssignment } from './assign-columns.ts';
import type { HeadingCell } from './heading-cells.ts';

/** Columns by position, named by the fields' own headings. */
export function layoutAssignment(source: Source, { columns, unit }: Layout): ColumnAssignment {
  const winners = new Map<string, HeadingCell>();
  for (const [position, field] of columns.entries()) {
    if (field === '') continue;
    const written = source.fields[field]!.heading;
    winners.set(field, { position, written, forms: [written], unit });
  }
  return { winners, losers: [], members: [], unknown: [], cells: [...winners.values()] };
}

/** True where a record may be a row of a layout: as many columns, and where ● money stands, money. */
export function fitsLayout(source: Source, { columns, unit }: Layout, cells: readonly Cell[]): boolean {
  return (
    cells.length === columns.length &&
    columns.every((name, at) => {
      const field = name === '' ? undefined : source.fields[name];
      if (field?.requirement !== 'required' || field.kind === 'id') return true;
      return field.kind === 'money' ? readMoney(cells[at], unit) !== undefined : !isBlank(cells[at]);
    })
  );
}
