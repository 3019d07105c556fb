import { expect, test } from 'vitest';
import type { RowText } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { householdInconsistent } from './household-inconsistent.ts';

const find = (one: RowText<'dibao-roster'>, other: RowText<'dibao-roster'>, places: Record<string, string> = {}) =>
  findingsOf(
    householdInconsistent,
    {
      'dibao-roster': [
        { householdId: 'A', ...one },
        { householdId: 'A', ...other },
      ],
    },
    { period: '2020Q3', profile: { places } },
  );

test.each([
  ['月保障金额', { monthlyAmount: '300' }, { monthlyAmount: '350' }, '月保障金额：300.00', '月保障金额：350.00'],
  ['分类', { category: 'A' }, { category: 'B' }, '分类：A', '分类：B'],
  ['城乡类别', { area: '农村' }, { area: '城市' }, '城乡类别：农村', '城乡类别：城市'],
  [
    '银行账号',
    { account: '62280000000001' },
    { account: '62280000000002' },
    '银行账号：62280000000001',
    '银行账号：62280000000002',
  ],
  ['乡镇', { township: '竹帘镇' }, { township: '老街镇' }, '乡镇：竹帘镇', '乡镇：老街镇'],
  ['村', { village: '红旗村' }, { village: '东风村' }, '村：红旗村', '村：东风村'],
])('rows of one household disagree on %s', (title, one, other, expected, actual) => {
  const found = find(one, other);
  expect(found).toMatchObject([{ severity: 'warning', expected, actual, sources: [{ row: 2 }, { row: 3 }] }]);
  expect(messageText(found[0]!.message)).toContain(`低保台账中各成员行的${title}不一致`);
});

test('several disagreements are one finding', () => {
  expect(find({ category: 'A' }, { category: 'B', monthlyAmount: '350' })).toMatchObject([
    { expected: '月保障金额：300.00；分类：A', actual: '月保障金额：350.00；分类：B' },
  ]);
});

test('each source has a finding of its own', () => {
  const rows = [{ householdId: 'A' }, { householdId: 'A', category: 'B' }, { householdId: 'A', category: 'C' }];
  const found = findingsOf(householdInconsistent, { 'dibao-roster': rows, 'assistance-system': rows }, { period: '2020Q3' });
  expect(new Set(found.map(({ findingId }) => findingId)).size).toBe(2);
});

test('a blank disagrees with nothing', () => {
  expect(find({ category: 'A', village: '' }, { account: '62280000000001' })).toEqual([]);
  expect(find({ account: '无' }, { account: '62280000000001' })).toEqual([]);
});

test('places are compared without endings and by the names that count', () => {
  expect(find({ township: '竹帘镇', village: '红旗村' }, { township: '竹帘乡', village: '红旗' })).toEqual([]);
  expect(find({ township: '竹帘镇' }, { township: '老街镇' }, { 老街镇: '竹帘镇' })).toEqual([]);
});

test('rows that are ended or uncovered do not count', () => {
  expect(find({}, { category: 'B', monthlyAmount: '350', status: '停保' })).toEqual([]);
  expect(find({}, { monthlyAmount: '350', covered: '否' })).toEqual([]);
});
