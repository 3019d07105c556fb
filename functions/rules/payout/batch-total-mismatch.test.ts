import { expect, test } from 'vitest';
import { messageText, runOf } from '../../../sample-data/findings-of.ts';
import type { ControlTotal, FileReport } from '../../../schemas/reading.ts';
import type { SourceId } from '../../../schemas/sources/source.ts';
import { batchTotalMismatch } from './batch-total-mismatch.ts';

const total = (source: SourceId, file: string, row: number, more: Partial<ControlTotal>): ControlTotal => ({
  address: { source, file, sheet: '', row },
  level: '合计',
  column: '金额',
  stated: 90000,
  summed: 90000,
  count: false,
  overRejectedRows: false,
  ...more,
});

const fileOf = (source: SourceId, file: string, totals: readonly Partial<ControlTotal>[], sameAs?: string) =>
  ({ source, file, sameAs, controlTotals: totals.map((each, at) => total(source, file, at + 2, each)) }) as unknown as FileReport;

const find = (...files: readonly FileReport[]) => {
  const texts = { 'payment-list': [{ householdId: 'A' }], 'bank-payout': [{}] };
  return [...runOf([batchTotalMismatch], texts, { period: '2020Q3', files }).ofRule(batchTotalMismatch.id)];
};

test('the first total of a file that differs from its rows', () => {
  const found = find(fileOf('bank-payout', '一.txt', [{}, { summed: 90001 }, { level: '总计', summed: 1 }]));
  expect(found).toMatchObject([
    {
      severity: 'error',
      expected: '900.00',
      actual: '900.01',
      amountDifference: 1,
      sources: [{ source: 'bank-payout', file: '一.txt', row: 3 }],
    },
  ]);
  expect(messageText(found[0]!.message)).toContain('一.txt');
});

test('a number of rows has no amount', () => {
  const found = find(fileOf('payment-list', '名册.xlsx', [{ count: true, column: '笔数', stated: 3, summed: 2 }]));
  expect(found).toMatchObject([{ expected: '3', actual: '2', amountDifference: undefined }]);
});

test('the message says where rejected rows stand among the rows', () => {
  const message = (overRejectedRows: boolean) =>
    messageText(find(fileOf('bank-payout', '一.txt', [{ summed: 1, overRejectedRows }]))[0]!.message);
  expect(message(true)).toContain('退回行');
  expect(message(false)).not.toContain('退回行');
});

test('each file has its own finding; files without a difference, of other sources, or read elsewhere have none', () => {
  const found = find(
    fileOf('bank-payout', '一.txt', [{ summed: 1 }]),
    fileOf('bank-payout', '二.txt', [{ summed: 1 }]),
    fileOf('bank-payout', '三.txt', [{}]),
    fileOf('bank-payout', '四.txt', [{ summed: 1 }], '一.txt'),
    fileOf('dibao-roster', '台账.csv', [{ summed: 1 }]),
  );
  expect(found.map(({ sources }) => sources[0]!.file).toSorted()).toEqual(['一.txt', '二.txt']);
});
