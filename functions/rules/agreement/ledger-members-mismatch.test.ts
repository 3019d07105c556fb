import { expect, test } from 'vitest';
import { validId } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { ledgerMembersMismatch } from './ledger-members-mismatch.ts';

const zhang = { name: '张三', idNumber: validId(230123, 19520101, 17) };
const li = { name: '李四', idNumber: validId(230123, 19610203, 28) };
const wang = { name: '王五', idNumber: validId(230123, 19900506, 39) };
const home = { householdId: 'A' };
type Member = typeof zhang & { readonly covered?: string; readonly endDate?: string };

const find = (system: readonly Member[], roster: readonly Member[]) =>
  findingsOf(
    ledgerMembersMismatch,
    {
      'assistance-system': system.map((row) => ({ ...home, ...row })),
      'dibao-roster': roster.map((row) => ({ ...home, ...row })),
    },
    { period: '2020Q3' },
  );

test('names that stand in only one of the books', () => {
  const found = find([zhang, li], [zhang, wang]);
  expect(found).toMatchObject([{ severity: 'warning', expected: '李四', actual: '王五', householdId: 'A' }]);
  expect(messageText(found[0]!.message)).toContain('仅系统有李四，仅台账有王五');
  expect(find([zhang], [zhang, wang])).toMatchObject([{ expected: '', actual: '王五' }]);
});

test('the same persons in another order, with another way of writing, or twice are the same', () => {
  expect(find([zhang, li], [li, { ...zhang, name: '张 三' }, zhang])).toEqual([]);
  expect(find([zhang], [{ ...zhang, idNumber: `'${zhang.idNumber.toLowerCase()}` }])).toEqual([]);
});

test('uncovered and ended members do not count', () => {
  expect(find([zhang], [zhang, { ...wang, covered: '否' }])).toEqual([]);
  expect(find([zhang, { ...li, endDate: '2020-06' }], [zhang])).toEqual([]);
});

test('a household in one book only has its own rule', () => expect(find([], [zhang])).toEqual([]));
