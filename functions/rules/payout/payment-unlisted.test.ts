import { expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { paymentUnlisted } from './payment-unlisted.ts';

const id = validId(230123, 19520101, 17);
const account = '62280000000001';
const other = '62280000000002';
const find = (...bank: readonly RowText<'bank-payout'>[]) =>
  findingsOf(
    paymentUnlisted,
    { 'payment-list': [{ householdId: 'A', account, headId: id }], 'bank-payout': [{ account }, ...bank] },
    { period: '2020Q3' },
  );

test('a payment that belongs to no claim', () => {
  const found = find({ account: other, accountName: '李四', paidAmount: '88.5' });
  expect(found).toMatchObject([
    { severity: 'error', name: '李四', account: other, actual: '88.50', amountDifference: 8850, householdId: '', matchBasis: '' },
  ]);
  expect(found[0]!.sources).toMatchObject([{ source: 'bank-payout', row: 3 }]);
});

test('the claim of a head is named where the id is his: perhaps paid twice', () => {
  const found = find({ account: other, accountName: '李四', idNumber: id });
  expect(messageText(found[0]!.message)).toContain(`名册上张三户的户主相同（名册账号${account}，应发900.00元，已发900.00元）`);
});

test('each such row is a finding of its own', () => {
  const found = find({ account: other, accountName: '李四' }, { account: other, accountName: '李四' });
  expect(new Set(found.map(({ findingId }) => findingId)).size).toBe(2);
});

test('nothing for what failed, came back or is the claim’s', () => {
  expect(find({ account: other, accountName: '李四', result: '失败' })).toEqual([]);
  expect(find({ account: other, accountName: '李四', paidAmount: '0' })).toEqual([]);
  const returned = { account: other, accountName: '李四' };
  expect(find(returned, { ...returned, result: '退回', paidOn: '2020-07-09' })).toEqual([]);
  expect(find({ account, requestedAmount: '1' })).toEqual([]);
});
