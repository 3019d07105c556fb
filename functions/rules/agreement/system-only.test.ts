import { expect, test } from 'vitest';
import type { RowText } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { systemOnly } from './system-only.ts';

const find = (system: RowText<'assistance-system'>, roster: readonly RowText<'dibao-roster'>[]) =>
  findingsOf(
    systemOnly,
    { 'assistance-system': [{ householdId: 'A', ...system }], 'dibao-roster': [{ householdId: 'B' }, ...roster] },
    { period: '2020Q3' },
  );

test('in the system, not in the roster', () => {
  const found = find({}, [{ householdId: 'A', status: '停保' }]);
  expect(found).toMatchObject([{ severity: 'error', expected: '有', actual: '无', householdId: 'A' }]);
  expect(messageText(found[0]!.message)).toContain('低保台账中未见');
});

test('not where the roster has it too, or where the system has it as 特困 or no longer', () => {
  expect(find({}, [{ householdId: 'A' }])).toEqual([]);
  expect(find({ programme: '特困' }, [])).toEqual([]);
  expect(find({ endDate: '2020-06' }, [])).toEqual([]);
  expect(find({ covered: '否' }, [])).toEqual([]);
});

test('a roster that was sent without the township says nothing of it', () => {
  const system = Array.from({ length: 5 }, (_, at) => ({ householdId: `A${at}`, township: '老街镇' }));
  const found = findingsOf(
    systemOnly,
    { 'assistance-system': system, 'dibao-roster': [{ householdId: 'B' }] },
    { period: '2020Q3' },
  );
  expect(found).toEqual([]);
});
