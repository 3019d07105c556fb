import { expect, test } from 'vitest';
import type { RowText } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { paymentLate } from './payment-late.ts';

const account = '62280000000001';
const second = '62280000000002';
const find = (
  bank: readonly RowText<'bank-payout'>[],
  list: readonly RowText<'payment-list'>[] = [{ householdId: 'A', account }],
  dueDate = 20200710,
) => findingsOf(paymentLate, { 'payment-list': list, 'bank-payout': bank }, { period: '2020Q3', dueDate });

test('paid rows of one file and day after the due date are one finding', () => {
  const bank = [
    { account, paidOn: '2020-07-11', file: '一.txt' },
    { account: second, accountName: '李四', paidOn: '2020-07-11', file: '一.txt', requestedAmount: '60' },
    { account, paidOn: '2020-07-12', file: '一.txt' },
    { account, paidOn: '2020-07-11', file: '二.txt' },
  ];
  const found = find(bank);
  expect(found.map(({ actual, amountDifference }) => [actual, amountDifference])).toEqual(
    expect.arrayContaining([
      ['2020-07-11，2笔', 96000],
      ['2020-07-12，1笔', 90000],
      ['2020-07-11，1笔', 90000],
    ]),
  );
  expect(found).toHaveLength(3);
  expect(found[0]).toMatchObject({ severity: 'warning', expected: '2020-07-10', householdId: '', account: '' });
  expect(messageText(found[0]!.message)).toContain('一.txt');
});

test('the due date itself is in time, and another one may be set', () => {
  expect(find([{ account, paidOn: '2020-07-10' }])).toEqual([]);
  expect(find([{ account, paidOn: '2020-07-20' }], undefined, 20200720)).toEqual([]);
  expect(find([{ account, paidOn: '2020-07-21' }], undefined, 20200720)).toHaveLength(1);
});

test('what failed is not paid late', () => {
  expect(find([{ account, paidOn: '2020-07-20', result: '失败' }])).toEqual([]);
  expect(
    find([
      { account, paidOn: '2020-07-20' },
      { account, paidOn: '2020-07-21', result: '退回' },
    ]),
  ).toEqual([]);
});

test('a claim that failed or came back before is late for a reason', () => {
  expect(
    find([
      { account, paidOn: '2020-07-08', result: '失败' },
      { account, paidOn: '2020-07-20' },
    ]),
  ).toEqual([]);
  const returned = [{ account }, { account, paidOn: '2020-07-09', result: '退回' }, { account, paidOn: '2020-07-20' }];
  expect(find(returned)).toEqual([]);
  expect(
    find([
      { account, paidOn: '2020-07-20', result: '失败' },
      { account, paidOn: '2020-07-20' },
    ]),
  ).toEqual([]);
});

test('a failure after the payment, or of another claim, is no reason', () => {
  expect(
    find([
      { account, paidOn: '2020-07-20' },
      { account, paidOn: '2020-07-21', result: '失败' },
    ]),
  ).toHaveLength(1);
  expect(
    find([
      { account, paidOn: '2020-07-20' },
      { account, paidOn: '2020-07-20', result: '失败' },
    ]),
  ).toHaveLength(1);
  const list = [
    { householdId: 'A', account },
    { householdId: 'B', account: second },
  ];
  expect(
    find(
      [
        { account: second, paidOn: '2020-07-08', result: '失败' },
        { account, paidOn: '2020-07-20' },
      ],
      list,
    ),
  ).toHaveLength(1);
});

test('a claim with a 补发 row is late for a reason, one with a 扣减 row is not', () => {
  const list = (kind: string) => [
    { householdId: 'A', account },
    { householdId: 'A', account, kind, amount: '30' },
  ];
  expect(find([{ account, paidOn: '2020-07-20' }], list('补发'))).toEqual([]);
  expect(find([{ account, paidOn: '2020-07-20' }], list('扣减'))).toHaveLength(1);
});

test('excused rows are left out of the number and the money', () => {
  const list = [
    { householdId: 'A', account },
    { householdId: 'B', account: second, kind: '补发' },
  ];
  const bank = [
    { account, paidOn: '2020-07-20' },
    { account: second, paidOn: '2020-07-20' },
  ];
  expect(find(bank, list)).toMatchObject([{ actual: '2020-07-20，1笔', amountDifference: 90000 }]);
});
