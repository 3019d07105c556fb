import { expect, test } from 'vitest';
import type { RowText } from '../../../sample-data/builders.ts';
import { findingsOf } from '../../../sample-data/findings-of.ts';
import { ledgerCategoryMismatch } from './ledger-category-mismatch.ts';

const find = (system: RowText<'assistance-system'>, roster: RowText<'dibao-roster'>) =>
  findingsOf(
    ledgerCategoryMismatch,
    { 'assistance-system': [{ householdId: 'A', ...system }], 'dibao-roster': [{ householdId: 'A', ...roster }] },
    { period: '2020Q3' },
  );

test('A/B/C differ', () => {
  expect(find({ category: 'A' }, { category: 'B类' })).toMatchObject([{ severity: 'warning', expected: 'A类', actual: 'B类' }]);
});

test('城乡 differs, by the programme of the system', () => {
  expect(find({ programme: '城市低保', category: 'A' }, { category: 'A' })).toMatchObject([{ expected: '城市', actual: '农村' }]);
  expect(find({ programme: '城市低保', category: 'A' }, { category: 'B' })).toMatchObject([{ expected: '城市、A类' }]);
});

test('a book without the category, or the same words, is no difference', () => {
  expect(find({ category: 'A' }, {})).toEqual([]);
  expect(find({}, { category: 'C' })).toEqual([]);
  expect(find({ category: 'A类' }, { category: 'A' })).toEqual([]);
});

test('rows that are not active are not compared', () =>
  expect(find({ category: 'A' }, { category: 'B', status: '停保' })).toEqual([]));
