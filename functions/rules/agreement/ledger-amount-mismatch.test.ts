import { expect, test } from 'vitest';
import { findingsOf } from '../../../sample-data/findings-of.ts';
import { ledgerAmountMismatch } from './ledger-amount-mismatch.ts';

const find = (system: readonly string[], roster: readonly string[], programme = '农村低保') =>
  findingsOf(
    ledgerAmountMismatch,
    {
      'assistance-system': system.map((monthlyAmount) => ({ householdId: 'A', monthlyAmount, programme })),
      'dibao-roster': roster.map((monthlyAmount) => ({ householdId: 'A', monthlyAmount })),
    },
    { period: '2020Q3' },
  );

test('the difference is the roster less the system, a month', () => {
  expect(find(['300'], ['350.5'])).toMatchObject([
    {
      severity: 'error',
      expected: '300.00',
      actual: '350.50',
      amountDifference: 5050,
      sources: [{ source: 'assistance-system' }, {}],
    },
  ]);
  expect(find(['350'], ['300'])[0]!.amountDifference).toBe(-5000);
});

test('where the rows of a book disagree the largest counts', () => {
  expect(find(['200', '300'], ['300', '100'])).toEqual([]);
  expect(find(['200', '310'], ['300', '100'])).toMatchObject([{ expected: '310.00', actual: '300.00' }]);
});

test('nothing where the amounts are equal or one book does not have the household', () => {
  expect(find(['300'], ['300.00'])).toEqual([]);
  expect(find([], ['300'])).toEqual([]);
  expect(find(['310'], ['300'], '特困')).toEqual([]);
});
