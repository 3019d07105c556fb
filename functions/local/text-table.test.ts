import { expect, it } from 'vitest';
import { cellsOf, textTable } from './text-table.ts';

it('counts two cells for Han letters and full-width signs', () => {
  expect(cellsOf('a低保，\u{20000}')).toBe(9);
});

it('lines up figures beside Chinese words', () => {
  expect(
    textTable([
      ['规则', '合计'],
      ['在保未建档', '7'],
    ]),
  ).toEqual(['规则        合计', '在保未建档     7']);
});
