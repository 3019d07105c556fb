import { expect, test } from 'vitest';
import type { RowText } from '../../../sample-data/builders.ts';
import { findingsOf } from '../../../sample-data/findings-of.ts';
import { listMissingHousehold } from './list-missing-household.ts';

const find = (system: RowText<'assistance-system'>, list: readonly RowText<'payment-list'>[]) =>
  findingsOf(
    listMissingHousehold,
    { 'assistance-system': [{ householdId: 'A', ...system }], 'payment-list': [{ householdId: 'B' }, ...list] },
    { period: '2020Q3' },
  );

test('in the system, not on the list', () => {
  expect(find({}, [])).toMatchObject([{ severity: 'error', expected: '有', actual: '无', householdId: 'A', headName: '张三' }]);
});

test('补发 and 扣减 rows alone do not put a household on the list', () => {
  expect(
    find({}, [
      { householdId: 'A', kind: '补发' },
      { householdId: 'A', kind: '扣减' },
    ]),
  ).toHaveLength(1);
});

test('a 正常 row does, and 特困 or ended households are not expected', () => {
  expect(find({}, [{ householdId: 'A' }])).toEqual([]);
  expect(find({ programme: '特困' }, [])).toEqual([]);
  expect(find({ endDate: '2020-07-01' }, [])).toEqual([]);
  expect(find({ covered: '否' }, [])).toEqual([]);
});

test('assistance that ends within the quarter still puts it on the list', () =>
  expect(find({ endDate: '2020-07' }, [])).toHaveLength(1));
