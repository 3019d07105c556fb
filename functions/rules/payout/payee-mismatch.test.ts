import { expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { payeeMismatch } from './payee-mismatch.ts';

const id = validId(230123, 19520101, 17);
const account = '62280000000001';
const other = '62280000000002';
const find = (
  list: RowText<'payment-list'>,
  bank: RowText<'bank-payout'>,
  more: { readonly roster?: RowText<'dibao-roster'>; readonly system?: RowText<'assistance-system'> } = {},
) =>
  findingsOf(
    payeeMismatch,
    {
      'payment-list': [{ householdId: 'A', account, headId: id, accountName: '张三', ...list }],
      'bank-payout': [{ account, ...bank }],
      ...(more.roster && { 'dibao-roster': [{ householdId: 'A', ...more.roster }] }),
      ...(more.system && { 'assistance-system': [{ householdId: 'A', ...more.system }] }),
    },
    { period: '2020Q3' },
  );

test('a payment to another 户名 than the list gives', () => {
  expect(find({}, { accountName: '李四', paidAmount: '800' })).toMatchObject([
    { severity: 'warning', expected: '张三', actual: '李四', amountDifference: -10000, matchBasis: 'account' },
  ]);
});

test('names agree in another way of writing, and a blank 户名 of the list says nothing', () => {
  expect(find({}, { accountName: '张 三' })).toEqual([]);
  expect(find({}, { accountName: '张?' })).toEqual([]);
  expect(find({ accountName: '' }, { accountName: '李四' })).toEqual([]);
});

test('a failed row paid nobody', () => expect(find({}, { accountName: '李四', result: '失败' })).toEqual([]));

test('a member of the household or the 领取人 of the list collects: a notice', () => {
  const roster = find({}, { accountName: '李四' }, { roster: { name: '李四', covered: '否' } });
  expect(roster).toMatchObject([{ severity: 'notice' }]);
  expect(messageText(roster[0]!.message)).toContain('代领');
  expect(find({}, { accountName: '李四' }, { system: { name: '李四' } })).toMatchObject([{ severity: 'notice' }]);
  expect(find({ payeeName: '李四' }, { accountName: '李四' })).toMatchObject([{ severity: 'notice' }]);
});

test('a stranger stays a warning, also beside a member', () => {
  expect(find({ payeeName: '王五' }, { accountName: '李四' }, { roster: { name: '张三' } })).toMatchObject([
    { severity: 'warning' },
  ]);
  const bank = [
    { account, accountName: '李四' },
    { account, accountName: '赵六' },
  ];
  const list = [{ householdId: 'A', account, accountName: '张三', payeeName: '李四' }];
  expect(findingsOf(payeeMismatch, { 'payment-list': list, 'bank-payout': bank }, { period: '2020Q3' })).toMatchObject([
    { severity: 'warning', actual: '李四、赵六' },
  ]);
});

test('a claim that identity found has another account at the bank, paid or failed', () => {
  expect(find({}, { account: other, idNumber: id })).toMatchObject([
    { severity: 'warning', expected: account, actual: other, amountDifference: 0, matchBasis: 'identity' },
  ]);
  expect(find({}, { account: other, idNumber: id, result: '失败' })).toMatchObject([{ amountDifference: -90000 }]);
});

test('a claim without account is found by identity as a matter of course', () => {
  expect(find({ account: '无' }, { account: other, idNumber: id })).toEqual([]);
  expect(find({ account: '无' }, { account: other, idNumber: id, accountName: '李四' })).toHaveLength(1);
});
