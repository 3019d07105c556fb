import { expect, test } from 'vitest';
import type { RowText } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { unpaid } from './unpaid.ts';

const account = '62280000000001';
const find = (list: RowText<'payment-list'>, bank: readonly RowText<'bank-payout'>[]) =>
  findingsOf(
    unpaid,
    {
      'payment-list': [{ householdId: 'A', account, ...list }],
      'bank-payout': [{ account: '62280000000009', accountName: '李四' }, ...bank],
    },
    { period: '2020Q3' },
  );

test('money is due and no bank row is there', () => {
  expect(find({}, [])).toMatchObject([
    {
      severity: 'error',
      expected: '900.00',
      actual: '未见发放',
      amountDifference: -90000,
      account,
      householdId: 'A',
      matchBasis: '',
    },
  ]);
});

test('a claim without account says so', () => {
  const found = find({ account: '无' }, []);
  expect(found).toMatchObject([{ actual: '无账号', account: '' }]);
  expect(messageText(found[0]!.message)).toContain('补采账号');
});

test('a failed row is no longer nothing, a paid one neither', () => {
  expect(find({}, [{ account, result: '失败' }])).toEqual([]);
  expect(find({}, [{ account }])).toEqual([]);
  expect(find({}, [{ account, requestedAmount: '1' }])).toEqual([]);
});

test('where nothing is due nothing is missing', () => {
  expect(find({ amount: '0' }, [])).toEqual([]);
  expect(find({ kind: '扣减' }, [])).toEqual([]);
});
