import { expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf } from '../../../sample-data/findings-of.ts';
import { coveredCountMismatch } from './covered-count-mismatch.ts';

const ids = [17, 28, 39].map((sequence) => validId(230123, 19520101, sequence));
const member = (at: number, more: RowText<'dibao-roster'> = {}) => ({
  householdId: 'A',
  idNumber: ids[at]!,
  coveredCount: '2',
  ...more,
});
const find = (roster: readonly RowText<'dibao-roster'>[], system?: readonly RowText<'assistance-system'>[]) =>
  findingsOf(
    coveredCountMismatch,
    { 'dibao-roster': roster, ...(system && { 'assistance-system': system }) },
    { period: '2020Q3' },
  );

test('the number stated is not that of the persons, in either book', () => {
  expect(find([member(0)])).toMatchObject([{ severity: 'warning', expected: '2', actual: '1' }]);
  const both = find([member(0)], [member(0), member(1), member(2)]);
  expect(both.map(({ expected, actual, sources }) => [sources[0]!.source, expected, actual])).toEqual([
    ['assistance-system', '2', '3'],
    ['dibao-roster', '2', '1'],
  ]);
  expect(new Set(both.map(({ findingId }) => findingId)).size).toBe(2);
});

test('one row of several that states another number', () => {
  expect(find([member(0), member(1, { coveredCount: '3' })])).toMatchObject([{ expected: '3', actual: '2' }]);
});

test('two rows of one person, stated as two', () => {
  expect(find([member(0), member(0)])).toMatchObject([{ expected: '2', actual: '1' }]);
});

test('the right number, no number, and one person on two rows', () => {
  expect(find([member(0), member(1)])).toEqual([]);
  expect(find([member(0, { coveredCount: '' })])).toEqual([]);
  expect(find([member(0), member(0), member(1)])).toEqual([]);
});

test('uncovered and ended members are not counted', () => {
  expect(find([member(0), member(1), member(2, { covered: '否' })])).toEqual([]);
  expect(find([member(0), member(1), member(2, { status: '停保' })])).toEqual([]);
});
