import { expect, test } from 'vitest';
import type { RowText } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { listAmountMismatch } from './list-amount-mismatch.ts';

type ListText = RowText<'payment-list'>;
const find = (list: readonly ListText[], ...system: readonly RowText<'assistance-system'>[]) =>
  findingsOf(
    listAmountMismatch,
    {
      'payment-list': list.map((row) => ({ householdId: 'A', ...row })),
      'assistance-system': system.map((row) => ({ householdId: 'A', ...row })),
    },
    { period: '2020Q3' },
  );

test('three months unless the list says otherwise', () => {
  expect(find([{ amount: '930' }], {})).toMatchObject([
    { severity: 'error', expected: '900.00', actual: '930.00', amountDifference: 3000 },
  ]);
  expect(find([{ amount: '600' }], {})[0]!.amountDifference).toBe(-30000);
  expect(find([{ amount: '600', months: '2' }], {})).toEqual([]);
  expect(find([{ amount: '900' }], {})).toEqual([]);
});

test('the 正常 rows are added up and the largest of their months counts', () => {
  expect(
    find(
      [
        { amount: '300', months: '1' },
        { amount: '300', months: '2' },
      ],
      {},
    ),
  ).toEqual([]);
  expect(find([{ amount: '600', months: '2' }, { amount: '300' }], {})).toEqual([]);
});

test('补发, 扣减 and 其他补贴 are no part of it', () => {
  expect(find([{}, { kind: '补发', amount: '300', months: '9' }, { kind: '扣减', amount: '100' }], {})).toEqual([]);
  expect(find([{ amount: '930', otherAmount: '30' }], {})).toEqual([]);
  expect(find([{ kind: '补发', amount: '300' }], {})).toEqual([]);
});

test('the largest amount of the system counts, active covered rows only', () => {
  expect(find([{}], { monthlyAmount: '200' }, {})).toEqual([]);
  expect(find([{}], { monthlyAmount: '500', status: '停保' }, {})).toEqual([]);
  expect(find([{}], { monthlyAmount: '500', programme: '特困' })).toEqual([]);
});

test('the message says where 分类施保金 is exactly the difference', () => {
  const message = (amount: string) => messageText(find([{ amount }], { categoryAmount: '60' })[0]!.message);
  expect(message('720')).toContain('差额正好是3个月的分类施保金');
  expect(message('1080')).toContain('差额正好是3个月的分类施保金');
  expect(message('721')).not.toContain('分类施保金');
});

test('the message says where the parts of the list do not make its amount', () => {
  const message = (parts: ListText) => messageText(find([{ amount: '930', ...parts }], {})[0]!.message);
  expect(message({ baseAmount: '900' })).toContain('分项之和');
  expect(message({ baseAmount: '900', categoryAmount: '30' })).not.toContain('分项之和');
  expect(message({ categoryAmount: '30' })).not.toContain('分项之和');
});
