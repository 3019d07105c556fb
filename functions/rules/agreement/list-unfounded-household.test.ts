import { expect, test } from 'vitest';
import type { RowText } from '../../../sample-data/builders.ts';
import { findingsOf } from '../../../sample-data/findings-of.ts';
import { listUnfoundedHousehold } from './list-unfounded-household.ts';

const find = (list: RowText<'payment-list'>, system: readonly RowText<'assistance-system'>[]) =>
  findingsOf(
    listUnfoundedHousehold,
    { 'payment-list': [{ householdId: 'A', ...list }], 'assistance-system': [{ householdId: 'B' }, ...system] },
    { period: '2020Q3' },
  );

test('on the list, not in the system', () => {
  expect(find({}, [])).toMatchObject([{ severity: 'error', expected: '无', actual: '有', householdId: 'A' }]);
  expect(find({}, [{ householdId: 'A', status: '停保' }])).toHaveLength(1);
  expect(find({}, [{ householdId: 'A', programme: '特困' }])).toHaveLength(1);
});

test('not where the system has it, or where it has only 补发 or 扣减', () => {
  expect(find({}, [{ householdId: 'A' }])).toEqual([]);
  expect(find({ kind: '补发' }, [])).toEqual([]);
  expect(find({ kind: '扣减' }, [])).toEqual([]);
});

test('a household whose number differs is another household', () => {
  expect(find({}, [{ householdId: 'A1' }])).toHaveLength(1);
});
