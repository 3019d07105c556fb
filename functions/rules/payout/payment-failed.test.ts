import { expect, test } from 'vitest';
import type { RowText } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { paymentFailed } from './payment-failed.ts';

const account = '62280000000001';
const find = (bank: readonly RowText<'bank-payout'>[], list: RowText<'payment-list'> = {}) =>
  findingsOf(
    paymentFailed,
    { 'payment-list': [{ householdId: 'A', account, ...list }], 'bank-payout': bank.map((row) => ({ account, ...row })) },
    { period: '2020Q3' },
  );

test('only failed rows: the class and the words of the bank', () => {
  expect(find([{ result: '失败', reason: '账号户名不符' }])).toMatchObject([
    {
      severity: 'error',
      expected: '900.00',
      actual: '户名不符（账号户名不符）',
      amountDifference: -90000,
      matchBasis: 'account',
      sources: [{ source: 'payment-list' }, { source: 'bank-payout' }],
    },
  ]);
});

test('each reason once, pending and unknown ones too', () => {
  const bank = [
    { result: '失败', reason: '已销户' },
    { result: '失败', reason: '已销户' },
    { result: '处理中' },
    { result: '失败' },
  ];
  expect(find(bank)).toMatchObject([{ actual: '已销户、处理中、其他原因' }]);
});

test('what the bank still works on asks for no correction', () => {
  const message = (...bank: readonly RowText<'bank-payout'>[]) => messageText(find(bank)[0]!.message);
  expect(message({ result: '处理中' })).toContain('请向银行查询');
  expect(message({ result: '处理中' }, { result: '失败' })).toContain('重新代发');
});

test('a payment that was returned is failed, by the reason of its return', () => {
  const returned = (reason: string) => find([{}, { result: '退回', paidOn: '2020-07-09', reason }]);
  expect(returned('')).toMatchObject([{ actual: '退回' }]);
  expect(returned('账户已冻结')).toMatchObject([{ actual: '账户冻结或止付（账户已冻结）' }]);
});

test('nothing where a later or earlier row paid, in full or in part', () => {
  expect(find([{ result: '失败' }, { paidOn: '2020-07-20' }])).toEqual([]);
  expect(find([{ result: '失败' }, { requestedAmount: '1' }])).toEqual([]);
  expect(find([{}, { result: '退回', paidOn: '2020-07-09' }, { paidOn: '2020-07-20' }])).toEqual([]);
});

test('nothing without any bank row, and nothing where nothing is due', () => {
  expect(find([])).toEqual([]);
  expect(find([{ result: '失败' }], { kind: '扣减' })).toEqual([]);
});
