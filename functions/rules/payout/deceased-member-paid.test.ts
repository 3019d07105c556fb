import { expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { deceasedMemberPaid } from './deceased-member-paid.ts';

const head = validId(230123, 19520101, 17);
const wife = validId(230123, 19560203, 28);
const account = '62280000000001';
const find = (
  member: RowText<'dibao-roster'>,
  deathDate: string,
  { bank = {}, headRow = {} }: { readonly bank?: RowText<'bank-payout'>; readonly headRow?: RowText<'dibao-roster'> } = {},
) =>
  findingsOf(
    deceasedMemberPaid,
    {
      'payment-list': [{ householdId: 'A', account, headId: head }],
      'bank-payout': [{ account, ...bank }],
      'dibao-roster': [
        { householdId: 'A', idNumber: head, ...headRow },
        { householdId: 'A', idNumber: wife, name: '王五', ...member },
      ],
      'death-register': [{ idNumber: wife, name: '王五', deathDate }],
    },
    { period: '2020Q3' },
  );

test('a covered active member died before the quarter', () => {
  const found = find({}, '2020-06-30');
  expect(found).toMatchObject([{ severity: 'warning', amountDifference: undefined, name: '张三', householdId: 'A' }]);
  expect(messageText(found[0]!.message)).toContain('保障人员王五');
  expect(found[0]!.sources).toMatchObject([{ source: 'dibao-roster' }, { source: 'death-register' }]);
});

test('not where the death is in the quarter', () => expect(find({}, '2020-07-01')).toEqual([]));

test('not where the member is uncovered, ended or not begun', () => {
  expect(find({ covered: '否' }, '2020-06-30')).toEqual([]);
  expect(find({ endDate: '2020-06' }, '2020-06-30')).toEqual([]);
  expect(find({ startDate: '2020-08' }, '2020-06-30')).toEqual([]);
});

test('not where nothing was paid', () => expect(find({}, '2020-06-30', { bank: { result: '失败' } })).toEqual([]));

test('not where the whole household had left: that is paid-after-exit', () => {
  expect(find({ householdId: 'B' }, '2020-06-30')).toEqual([]);
  const onlyOne = findingsOf(
    deceasedMemberPaid,
    {
      'payment-list': [{ householdId: 'A', account, headId: head }],
      'bank-payout': [{ account }],
      'assistance-system': [{ householdId: 'A', idNumber: head }],
      'death-register': [{ idNumber: head, deathDate: '2020-06-01' }],
    },
    { period: '2020Q3' },
  );
  expect(onlyOne).toEqual([]);
});
