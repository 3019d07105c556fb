import { expect, it } from 'vitest';
import { pageBreaks, type RowBlock } from './page-breaks.ts';

/** Blocks of so many rows of ten points, a blank row between them. */
const blocksOf = (...counts: number[]): RowBlock[] => {
  let row = 0;
  return counts.map((count) => {
    const after = row;
    row += count + 1;
    return { after, heights: Array.from({ length: count }, () => 10), begins: false };
  });
};

it('leaves together what fits on a page', () => {
  expect(pageBreaks(blocksOf(6, 5), 100, 0)).toEqual([7]);
  expect(pageBreaks(blocksOf(5, 5), 100, 0)).toEqual([]);
});

it('tears a block rather than leave most of a page empty', () => {
  expect(pageBreaks(blocksOf(3, 8), 100, 0)).toEqual([]);
});

it('counts the rows that are repeated on every further page', () => {
  expect(pageBreaks(blocksOf(6, 6, 4), 100, 0)).toEqual([7]);
  expect(pageBreaks(blocksOf(6, 6, 4), 100, 10)).toEqual([7, 14]);
});

it('begins a table longer than a page where there is room for some of its lines', () => {
  expect(pageBreaks(blocksOf(3, 30), 100, 0)).toEqual([]);
  expect(pageBreaks(blocksOf(5, 30), 100, 0)).toEqual([6]);
});

it('goes on behind such a table on the page where it ends', () => {
  expect(pageBreaks(blocksOf(25, 5), 100, 0)).toEqual([]);
  expect(pageBreaks(blocksOf(25, 6), 100, 0)).toEqual([26]);
});

it('begins a page where it is told to, and never before the first row', () => {
  const [first, second] = blocksOf(2, 2) as [RowBlock, RowBlock];
  expect(pageBreaks([first, { ...second, begins: true }], 100, 0)).toEqual([3]);
  expect(pageBreaks(blocksOf(12), 100, 0)).toEqual([]);
});
