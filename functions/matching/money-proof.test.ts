import { expect, test } from 'vitest';
import { tablesOf } from '../../sample-data/builders.ts';
import { defaultProfile } from '../../schemas/county-profile.ts';
import { assertMoneyConserved } from '../../schemas/money-proof.ts';
import type { RejectedRow } from '../../schemas/reject.ts';
import type { SourceId } from '../../schemas/sources/source.ts';
import type { Day } from '../../schemas/values/day.ts';
import { buildCases } from './build-cases.ts';
import { buildClaims } from './build-claims.ts';
import { moneyProof } from './money-proof.ts';

const asOf = 20200701 as Day;
const account = (digit: number) => `6228000000000${digit}`;
const rejected = (source: SourceId, amount: number | undefined) =>
  ({ kind: 'row', address: { source }, amount }) as unknown as RejectedRow;

const tables = tablesOf(
  {
    'payment-list': [
      { householdId: 'A', account: account(1) },
      { householdId: 'B', account: account(2) },
      { householdId: 'C', account: account(3), amount: '600' },
      { householdId: 'D', account: account(4), amount: '300' },
      { householdId: 'E', account: account(5), kind: '扣减', amount: '100' },
      { householdId: 'F', account: '无', headName: '李四', amount: '70' },
    ],
    'bank-payout': [
      { account: account(1), requestedAmount: '950' },
      { account: account(2), paidAmount: '500' },
      { account: account(4), result: '失败', reason: '已销户', requestedAmount: '300' },
      { account: account(5), requestedAmount: '20' },
      { account: account(9), accountName: '王五', requestedAmount: '11' },
      { account: account(4), result: '处理中', requestedAmount: '300' },
    ],
  },
  { asOf },
);
const claims = buildClaims(tables, buildCases(tables, { asOf, profile: defaultProfile }));

test('every yuan has its place', () => {
  const proof = moneyProof(claims, tables, [
    rejected('payment-list', -500),
    rejected('payment-list', undefined),
    rejected('bank-payout', 1200),
    rejected('dibao-roster', 99),
  ]);
  expect(proof).toEqual({
    listed: { rows: 6, amount: 267000 },
    due: { claims: 5, amount: 277000 },
    paidInFull: { claims: 1, amount: 90000 },
    paidInPart: { claims: 1, amount: 50000 },
    short: { claims: 1, amount: 40000 },
    unpaid: { claims: 2, amount: 67000 },
    failed: { claims: 1, amount: 30000 },
    toRecover: { claims: 1, amount: -10000, paid: 2000 },
    bankPaid: { rows: 4, amount: 148100 },
    settled: { rows: 3, amount: 140000 },
    overpaid: { claims: 2, amount: 7000 },
    unlisted: { rows: 1, amount: 1100 },
    bankRows: 6,
    failures: [
      { reason: 'closed', rows: 1, amount: 30000 },
      { reason: 'pending', rows: 1, amount: 30000 },
    ],
    rejected: { list: { rows: 2, readable: 1, amount: -500 }, bank: { rows: 1, readable: 1, amount: 1200 } },
  });
  expect(() => assertMoneyConserved(proof)).not.toThrow();
});

test('a payment that pairing lost is noticed', () => {
  const lost = moneyProof({ ...claims, unpairedPayments: [] }, tables, []);
  expect(() => assertMoneyConserved(lost)).toThrow('银行实发');
});

test('a claim that was lost is noticed', () => {
  const lost = moneyProof({ ...claims, claims: claims.claims.slice(1) }, tables, []);
  expect(() => assertMoneyConserved(lost)).toThrow('名册合计');
});
