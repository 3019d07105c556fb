import { expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { dualAssistance } from './dual-assistance.ts';

const idNumber = validId(230123, 19600102, 1);
const first = { idNumber, householdId: 'H1' };

const found = (second: RowText<'dibao-roster'>[], more: object = {}) =>
  findingsOf(dualAssistance, { 'dibao-roster': [first, ...second], ...more });

test('in two households', () => {
  const [finding] = found([{ idNumber, householdId: 'H2' }]);
  expect(finding).toMatchObject({ severity: 'error', expected: '一处', actual: '农村低保、在2户中' });
  expect(messageText(finding!.message)).toContain('涉及的户：H1、H2');
  expect(finding!.sources).toHaveLength(2);
});

test('rural and urban, or beside 特困 of either source', () => {
  expect(found([{ idNumber, householdId: 'H1', area: '城市' }])).toMatchObject([{ actual: '农村低保、城市低保' }]);
  expect(found([], { 'destitute-roster': [{ idNumber }] })).toMatchObject([{ actual: '农村低保、特困供养' }]);
  const system = [{ idNumber, programme: '特困', householdId: 'H1' }];
  expect(found([], { 'assistance-system': system })).toHaveLength(1);
});

test('names that do not agree make it a warning: somebody carries the wrong id', () => {
  expect(found([{ idNumber, householdId: 'H2', name: '李四' }])).toMatchObject([{ severity: 'warning' }]);
  expect(found([], { 'destitute-roster': [{ idNumber, name: '李四' }] })).toMatchObject([{ severity: 'warning' }]);
  expect(found([{ idNumber, householdId: 'H2', name: '张三（户主）' }])).toMatchObject([{ severity: 'error' }]);
});

test('one household, an ended or uncovered second row, or 特困 that has ended: not found', () => {
  expect(found([])).toEqual([]);
  expect(found([{ idNumber, householdId: 'H1' }])).toEqual([]);
  expect(found([{ idNumber, householdId: 'H2', status: '停保' }])).toEqual([]);
  expect(found([{ idNumber, householdId: 'H2', covered: '否' }])).toEqual([]);
  expect(found([], { 'destitute-roster': [{ idNumber, endDate: '2020-05' }] })).toEqual([]);
});

test('dibao in the system beside the roster is the same assistance, and 特困 alone is one', () => {
  expect(found([], { 'assistance-system': [{ idNumber, householdId: 'H1' }] })).toEqual([]);
  const alone = { 'dibao-roster': [{ ...first, status: '停保' }], 'destitute-roster': [{ idNumber }] };
  expect(findingsOf(dualAssistance, alone)).toEqual([]);
});
