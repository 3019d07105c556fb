import { expect, test } from 'vitest';
import { validId } from '../../../sample-data/builders.ts';
import { findingsOf } from '../../../sample-data/findings-of.ts';
import { assistedNotRegistered } from './assisted-not-registered.ts';

const idNumber = validId(230123, 19600102, 1);
const assisted = { idNumber, startDate: '2018-03' };

const found = (roster: object, registration: object[] = []) =>
  findingsOf(assistedNotRegistered, {
    'dibao-roster': [roster],
    'poverty-registration': [{ idNumber: validId(230123, 19700102, 1), name: '李四' }, ...registration],
  });

test('assisted since earlier years, or nobody knows since when, and not registered', () => {
  expect(found(assisted)).toMatchObject([{ severity: 'list', name: '张三', expected: '有', actual: '无' }]);
  expect(found({ idNumber })).toHaveLength(1);
  expect(found(assisted, [{ idNumber, status: '边缘' }])).toHaveLength(1);
});

test('registered or newly assisted is not found', () => {
  expect(found(assisted, [{ idNumber }])).toEqual([]);
  expect(found({ idNumber, startDate: '2020-01' })).toEqual([]);
});

test('urban, uncovered and ended rows are not rural dibao', () => {
  expect(found({ ...assisted, area: '城市' })).toEqual([]);
  expect(found({ ...assisted, covered: '否' })).toEqual([]);
  expect(found({ ...assisted, status: '停保' })).toEqual([]);
});
