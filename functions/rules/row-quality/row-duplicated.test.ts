import { expect, test } from 'vitest';
import { type TableTexts, validId } from '../../../sample-data/builders.ts';
import { findingsOf } from '../../../sample-data/findings-of.ts';
import { rowDuplicated } from './row-duplicated.ts';

const idNumber = validId(230123, 19600102, 1);
const other = validId(230123, 19600102, 2);
const row = { idNumber, householdId: 'H1' };

const rowsFound = (texts: TableTexts) => findingsOf(rowDuplicated, texts).map(({ sources }) => sources.map((each) => each.row));
const twice = (second: object) => rowsFound({ 'dibao-roster': [row, { ...row, ...second }] });

test('same id, agreeing name, same household: the later row, beside the first', () => {
  expect(twice({})).toEqual([[2, 3]]);
  expect(twice({ name: '张三（户主）' })).toHaveLength(1);
  expect(rowsFound({ 'dibao-roster': [row, row, row] })).toEqual([
    [2, 3],
    [2, 4],
  ]);
  expect(findingsOf(rowDuplicated, { 'dibao-roster': [row, row] })).toMatchObject([{ severity: 'list' }]);
});

test('another id, name or household: not found', () => {
  expect(twice({ idNumber: other })).toEqual([]);
  expect(twice({ name: '李四' })).toEqual([]);
  expect(twice({ householdId: 'H2' })).toEqual([]);
});

test('an id without 18 characters repeats nothing', () => {
  expect(rowsFound({ 'dibao-roster': [{ idNumber: '' }, { idNumber: '' }] })).toEqual([]);
  expect(rowsFound({ 'dibao-roster': [{ idNumber: '无' }, { idNumber: '无' }] })).toEqual([]);
});

test('the household is that of the cases, not a column', () => {
  const heads = { idNumber, headName: '张三', headId: idNumber };
  expect(rowsFound({ 'dibao-roster': [heads, { ...heads, headName: '张 三' }] })).toHaveLength(1);
});

test('in the system another programme is another row', () => {
  expect(rowsFound({ 'assistance-system': [row, row] })).toHaveLength(1);
  expect(rowsFound({ 'assistance-system': [row, { ...row, programme: '特困' }] })).toEqual([]);
});

test('in the registration only within one file and one household', () => {
  const one = { idNumber, file: 'a.csv' };
  expect(rowsFound({ 'poverty-registration': [one, one] })).toHaveLength(1);
  expect(rowsFound({ 'poverty-registration': [one, { ...one, householdId: 'P2' }] })).toEqual([]);
  expect(rowsFound({ 'poverty-registration': [one, { ...one, file: 'b.csv' }] })).toEqual([]);
});

test('in 特困 roster and death register id and name are enough; a payment list may repeat', () => {
  expect(rowsFound({ 'destitute-roster': [{ idNumber }, { idNumber, village: '别村' }] })).toHaveLength(1);
  expect(rowsFound({ 'death-register': [{ idNumber }, { idNumber, deathDate: '2020-01-02' }] })).toHaveLength(1);
  expect(rowsFound({ 'payment-list': [{ headId: idNumber }, { headId: idNumber }] })).toEqual([]);
});

test('a row of another source is no repetition', () => {
  expect(rowsFound({ 'dibao-roster': [row], 'assistance-system': [row] })).toEqual([]);
});
