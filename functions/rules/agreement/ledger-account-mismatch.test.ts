import { expect, test } from 'vitest';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { ledgerAccountMismatch } from './ledger-account-mismatch.ts';

const find = (system: readonly string[], roster: readonly string[], status = '') =>
  findingsOf(
    ledgerAccountMismatch,
    {
      'assistance-system': system.map((account) => ({ householdId: 'A', account, status })),
      'dibao-roster': roster.map((account) => ({ householdId: 'A', account })),
    },
    { period: '2020Q3' },
  );

test('both have an account and they differ', () => {
  const found = find(['62280000000001'], ['62280000000002']);
  expect(found).toMatchObject([{ severity: 'warning', expected: '62280000000001', actual: '62280000000002' }]);
  expect(messageText(found[0]!.message)).not.toContain('6228');
});

test('a set is compared, so one account more differs and the order does not', () => {
  expect(find(['62280000000001', '62280000000002'], ['62280000000002'])).toHaveLength(1);
  expect(find(['62280000000001', '62280000000002'], ['62280000000002', '62280000000001'])).toEqual([]);
});

test('spaces, hyphens and blanks are no difference', () => {
  expect(find(['6228 0000 0000 01', ''], ['6228-00000000-01'])).toEqual([]);
  expect(find(['62280000000001'], ['无'])).toEqual([]);
  expect(find(['62280000000001'], ['62280000000002'], '停保')).toEqual([]);
});
