import { expect, test } from 'vitest';
import type { RowText } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { paymentDuplicated } from './payment-duplicated.ts';

const account = '62280000000001';
const find = (bank: readonly RowText<'bank-payout'>[], list: RowText<'payment-list'> = {}) =>
  findingsOf(
    paymentDuplicated,
    { 'payment-list': [{ householdId: 'A', account, ...list }], 'bank-payout': bank.map((row) => ({ account, ...row })) },
    { period: '2020Q3' },
  );

test('two payments of the whole due', () => {
  const found = find([{}, { file: '二.txt' }]);
  expect(found).toMatchObject([{ severity: 'error', expected: '900.00', actual: '1800.00', amountDifference: 90000 }]);
  expect(found[0]!.sources).toHaveLength(3);
  expect(messageText(found[0]!.message)).toContain('全额发放2次');
});

test('beside two whole payments others count into the sum', () => {
  expect(find([{}, {}, { requestedAmount: '30' }])).toMatchObject([{ amountDifference: 93000 }]);
});

test('one whole payment and another amount is no repetition', () => {
  expect(find([{}, { requestedAmount: '899.99' }])).toEqual([]);
  expect(find([{ requestedAmount: '450' }, { requestedAmount: '450' }])).toEqual([]);
});

test('a payment that failed or came back is no second one', () => {
  expect(find([{}, { result: '失败' }])).toEqual([]);
  expect(find([{}, { result: '退回', paidOn: '2020-07-09' }, { paidOn: '2020-07-20' }])).toEqual([]);
  expect(find([{}, { paidAmount: '0' }])).toEqual([]);
});

test('where nothing is due nothing is paid twice', () => expect(find([{}, {}], { amount: '0' })).toEqual([]));
