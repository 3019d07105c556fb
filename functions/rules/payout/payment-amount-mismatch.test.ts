import { expect, test } from 'vitest';
import type { RowText } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { paymentAmountMismatch } from './payment-amount-mismatch.ts';

const account = '62280000000001';
const find = (bank: readonly RowText<'bank-payout'>[], ...list: readonly RowText<'payment-list'>[]) =>
  findingsOf(
    paymentAmountMismatch,
    {
      'payment-list': (list.length > 0 ? list : [{}]).map((row) => ({ householdId: 'A', account, ...row })),
      'bank-payout': bank.map((row) => ({ account, ...row })),
    },
    { period: '2020Q3' },
  );

test('paid less or more than was due', () => {
  const short = find([{ paidAmount: '800' }]);
  expect(short).toMatchObject([{ severity: 'error', expected: '900.00', actual: '800.00', amountDifference: -10000 }]);
  expect(messageText(short[0]!.message)).toContain('少发100.00元');
  expect(find([{ requestedAmount: '1000' }])).toMatchObject([{ amountDifference: 10000 }]);
});

test('the sum of all payments counts', () => {
  expect(find([{ requestedAmount: '450' }, { requestedAmount: '450' }])).toEqual([]);
  expect(find([{}, { requestedAmount: '30' }])).toMatchObject([{ actual: '930.00' }]);
});

test('whatever is paid where nothing is due is too much', () => {
  expect(find([{ requestedAmount: '30' }], { amount: '0' })).toMatchObject([{ expected: '0.00', amountDifference: 3000 }]);
  const deducted = find([{ requestedAmount: '30' }], { amount: '100' }, { kind: '扣减', amount: '150' });
  expect(deducted).toMatchObject([{ expected: '-50.00', actual: '30.00', amountDifference: 8000 }]);
});

test('nothing where 补发 and 扣减 make up what was paid', () => {
  expect(find([{ requestedAmount: '950' }], {}, { kind: '补发', amount: '150' }, { kind: '扣减', amount: '100' })).toEqual([]);
});

test('nothing where nothing was paid, or the whole was paid twice', () => {
  expect(find([{ result: '失败' }])).toEqual([]);
  expect(find([])).toEqual([]);
  expect(find([{}, {}])).toEqual([]);
});
