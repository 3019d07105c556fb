import { expect, test } from 'vitest';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { accountShared } from './account-shared.ts';

const account = '62280000000001';
const find = (...list: readonly { readonly householdId: string; readonly account: string; readonly headName?: string }[]) =>
  findingsOf(accountShared, { 'payment-list': list, 'bank-payout': [{ account }] }, { period: '2020Q3' });

test('one account on the claims of two households is one finding', () => {
  const found = find({ householdId: 'A', account }, { householdId: 'B', account: '6228 0000 0000 01', headName: '李四' });
  expect(found).toMatchObject([
    { severity: 'warning', account, householdId: '', expected: '1户', actual: '2户', amountDifference: undefined },
  ]);
  expect(messageText(found[0]!.message)).toContain('张三、李四，');
  expect(found[0]!.sources).toHaveLength(2);
});

test('many households are counted and the first of them named', () => {
  const list = Array.from({ length: 7 }, (_, at) => ({ householdId: `H${at}`, account, headName: `户${at}` }));
  const [found] = find(...list);
  expect(found).toMatchObject({ actual: '7户' });
  expect(messageText(found!.message)).toContain('户0、户1、户2、户3、户4等，');
});

test('one household on several rows, two accounts, or no account at all', () => {
  expect(find({ householdId: 'A', account }, { householdId: 'A', account })).toEqual([]);
  expect(find({ householdId: 'A', account }, { householdId: 'B', account: '62280000000002' })).toEqual([]);
  expect(find({ householdId: 'A', account: '无' }, { householdId: 'B', account: '无' })).toEqual([]);
});
