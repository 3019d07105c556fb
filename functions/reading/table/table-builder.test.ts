import { describe, expect, test } from 'vitest';
import { sources } from '../../../schemas/sources/sources.ts';
import type { CodeColumn } from './code-column.ts';
import { TableBuilder } from './table-builder.ts';
import { TextArena } from './text-arena.ts';

const batch = 300;

/** How often the columns were moved while so many rows came, each batch with the share of its file that is read with it. */
function moves(
  rows: number,
  shareOf: (row: number) => number,
  files: readonly (readonly [before: number, own: number])[] = [[0, 1]],
) {
  const table = new TableBuilder(sources['dibao-roster'], new TextArena());
  const column = table.column('name') as CodeColumn;
  const arrays = new Set([column.codes]);
  for (const [before, own] of files) {
    table.beginFile(before, own);
    for (let row = 0; row < rows; row += batch) {
      table.reserve(batch, shareOf(row + batch));
      table.length += batch;
      arrays.add(column.codes);
      expect(column.codes.length).toBeGreaterThanOrEqual(table.length);
    }
  }
  return arrays.size - 1;
}

describe('a table makes room', () => {
  test('once, for as many rows as its bytes let expect', () => {
    expect(moves(90_000, (row) => row / 90_000)).toBe(1);
  });

  test('once for all files, some of which have longer rows', () => {
    const files = [
      [0, 0.25],
      [0.25, 0.3],
      [0.55, 0.2],
      [0.75, 0.25],
    ] as const;
    expect(moves(30_000, (row) => row / 30_000, files)).toBe(1);
  });

  test('by doubling where nobody knows how much is left, or the first rows say nothing of the others', () => {
    expect(moves(90_000, () => 0)).toBe(7);
    expect(moves(90_000, (row) => Math.min(1, (row * 50) / 90_000))).toBe(7);
  });
});
