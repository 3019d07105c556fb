import { AccountColumn } from './account-column.ts';
import { CodeColumn } from './code-column.ts';
import type { Column } from './column.ts';
import { FlagColumn } from './flag-column.ts';
import { NumberColumn } from './number-column.ts';
import { PackedIdColumn } from './packed-id-column.ts';
import type { Segment } from './row-addresses.ts';
import type { TableBuilder } from './table-builder.ts';
import type { PackedTexts } from './text-arena.ts';

type ColumnArray = Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/**
 * The rows of one file with texts of their own, as plain arrays: read by another function, and then
 * appended to the run's table. No row is parsed twice and none becomes an object on the way.
 */
export interface TablePart {
  readonly length: number;
  readonly columns: Readonly<Record<string, Readonly<Record<string, ColumnArray>>>>;
  readonly rows: Int32Array<ArrayBuffer>;
  readonly segments: readonly Segment[];
  readonly texts: PackedTexts;
}

/** Which arrays of a column are numbers that mean themselves, and which are codes of the arena. */
function arraysOf(column: Column): { readonly plain: readonly string[]; readonly codes: readonly string[] } {
  if (column instanceof CodeColumn) return { plain: [], codes: ['codes'] };
  if (column instanceof AccountColumn) return { plain: [], codes: ['codes', 'written'] };
  if (column instanceof NumberColumn) return { plain: ['values'], codes: [] };
  if (column instanceof FlagColumn) return { plain: ['flags'], codes: [] };
  return { plain: ['high', 'low', 'tail', 'width', 'problem'], codes: [] };
}

const arrayOf = (column: Column, name: string): ColumnArray => (column as unknown as Record<string, ColumnArray>)[name]!;

/** Everything in a builder; the builder must not be used any more. */
export function tablePart(builder: TableBuilder): TablePart {
  const columns: Record<string, Record<string, ColumnArray>> = {};
  for (const [name, column] of builder.columns()) {
    const { plain, codes } = arraysOf(column);
    const arrays: Record<string, ColumnArray> = {};
    for (const array of [...plain, ...codes]) arrays[array] = arrayOf(column, array).slice(0, builder.length) as ColumnArray;
    columns[name] = arrays;
  }
  const { rows } = builder.addresses;
  return {
    length: builder.length,
    columns,
    rows: rows.slice(0, builder.length),
    segments: builder.addresses.segments(),
    texts: builder.pool.packed(),
  };
}

/** Puts a part's rows behind those that a builder has. */
export function appendPart(builder: TableBuilder, part: TablePart): void {
  const start = builder.length;
  const codesHere = builder.pool.adopt(part.texts);
  builder.reserve(part.length);
  for (const { start: at, file, sheet } of part.segments) builder.addresses.begin(start + at, file, sheet);
  builder.addresses.rows.set(part.rows, start);
  builder.length = start + part.length;
  builder.blankOthers(start, new Set(Object.keys(part.columns)));
  for (const [name, arrays] of Object.entries(part.columns)) {
    const column = builder.column(name);
    const { plain, codes } = arraysOf(column);
    if (column instanceof NumberColumn) column.append(arrays['values'] as NumberColumn['values'], start);
    else for (const array of plain) arrayOf(column, array).set(arrays[array]!, start);
    if (column instanceof PackedIdColumn) column.recode(start, builder.length, codesHere);
    for (const array of codes) {
      const from = arrays[array]!;
      const to = arrayOf(column, array);
      for (let row = 0; row < part.length; row += 1) to[start + row] = codesHere[from[row]!]!;
    }
  }
}
