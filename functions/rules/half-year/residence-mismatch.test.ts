import { expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf } from '../../../sample-data/findings-of.ts';
import { residenceMismatch } from './residence-mismatch.ts';

const idNumber = validId(230123, 19600102, 1);

const found = (
  roster: RowText<'dibao-roster'>,
  registration: RowText<'poverty-registration'>[] = [{ idNumber }],
  places: Record<string, string> = {},
) =>
  findingsOf(
    residenceMismatch,
    { 'dibao-roster': [{ idNumber, ...roster }], 'poverty-registration': registration },
    { profile: { places } },
  );

test('another village or another township', () => {
  expect(found({ village: '光明村' })).toMatchObject([{ severity: 'list', expected: '竹帘镇红旗村', actual: '竹帘镇光明村' }]);
  expect(found({ township: '东岗乡' })).toHaveLength(1);
});

test('the same place in other words, or a blank village: not found', () => {
  expect(found({ township: '竹帘', village: '红旗村委会' })).toEqual([]);
  expect(found({ village: '' })).toEqual([]);
  expect(found({ township: '老街镇' }, undefined, { 老街镇: '竹帘镇' })).toEqual([]);
});

test('one pair of rows that agrees is enough', () => {
  const registration = [{ idNumber }, { idNumber, village: '光明村', householdId: 'P2' }];
  expect(found({ village: '光明村' }, registration)).toEqual([]);
});

test('only persons with rural dibao who are registered', () => {
  expect(found({ village: '光明村', area: '城市' })).toEqual([]);
  expect(found({ village: '光明村', status: '停保' })).toEqual([]);
  expect(found({ village: '光明村' }, [{ idNumber, status: '边缘' }])).toEqual([]);
  expect(found({ village: '光明村' }, [])).toEqual([]);
});
