import { expect, test } from 'vitest';
import { validId } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { newlyAssistedNotRegistered } from './newly-assisted-not-registered.ts';

const idNumber = validId(230123, 19600102, 1);
const assisted = { idNumber, startDate: '2020-03', householdId: 'H1' };
const others = { 'poverty-registration': [{ idNumber: validId(230123, 19700102, 1), name: '李四' }] };

const found = (roster: object, registration: object[] = [], setting = {}) =>
  findingsOf(
    newlyAssistedNotRegistered,
    { 'dibao-roster': [roster], 'poverty-registration': [...others['poverty-registration'], ...registration] },
    setting,
  );

test('assisted since this year, not registered', () => {
  const [finding, ...more] = found(assisted);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: 'notice', name: '张三', idNumber, householdId: 'H1', expected: '有', actual: '无' });
  expect(finding!.matchBasis).toBe('same-id');
  expect(messageText(finding!.message)).toContain('张三为本年新增农村低保对象');
});

test('registered, or assisted since an earlier year or an unknown day, is not found', () => {
  expect(found(assisted, [{ idNumber }])).toEqual([]);
  expect(found({ ...assisted, startDate: '2019-12-31' })).toEqual([]);
  expect(found({ ...assisted, startDate: '' })).toEqual([]);
});

test('on the watch list only (边缘) is not registered', () => {
  expect(found(assisted, [{ idNumber, status: '边缘' }])).toHaveLength(1);
});

test('the year is that of the as-of date', () => {
  expect(found(assisted, [], { period: '2020H2' })).toHaveLength(1);
  expect(found(assisted, [], { period: '2021H1' })).toEqual([]);
});

test('urban, uncovered and ended rows are not rural dibao', () => {
  expect(found({ ...assisted, area: '城市' })).toEqual([]);
  expect(found({ ...assisted, covered: '否' })).toEqual([]);
  expect(found({ ...assisted, endDate: '2020-06-30' })).toEqual([]);
});

test('the earliest start counts where a person has several rows', () => {
  const roster = [assisted, { ...assisted, householdId: 'H2', startDate: '2018-01' }];
  expect(findingsOf(newlyAssistedNotRegistered, { ...others, 'dibao-roster': roster })).toEqual([]);
});
