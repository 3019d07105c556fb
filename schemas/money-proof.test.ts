import { expect, test } from 'vitest';
import {
  assertMoneyConserved,
  type MoneyNotConserved,
  moneyIdentities,
  moneyProofSchema,
  publishMoneyProof,
  readMoneyProof,
} from './money-proof.ts';

/** One claim of each fate: in full, in part, unpaid, failed, to recover; one payment beside them all. */
const figures = {
  listed: { rows: 5, amount: 260000 },
  due: { claims: 4, amount: 270000 },
  paidInFull: { claims: 1, amount: 90000 },
  paidInPart: { claims: 1, amount: 50000 },
  short: { claims: 1, amount: 40000 },
  unpaid: { claims: 1, amount: 60000 },
  failed: { claims: 1, amount: 30000 },
  toRecover: { claims: 1, amount: -10000, paid: 5000 },
  bankPaid: { rows: 4, amount: 156000 },
  settled: { rows: 3, amount: 140000 },
  overpaid: { claims: 1, amount: 5000 },
  unlisted: { rows: 1, amount: 11000 },
  bankRows: 5,
  failures: [{ reason: 'closed', rows: 1, amount: 30000 }],
  rejected: { list: { rows: 0, readable: 0, amount: 0 }, bank: { rows: 2, readable: 1, amount: 3000 } },
};
const proof = moneyProofSchema.parse(figures);

const brokenBy = (change: Partial<typeof figures>): readonly string[] => {
  try {
    assertMoneyConserved(moneyProofSchema.parse({ ...figures, ...change }));
  } catch (error) {
    return (error as MoneyNotConserved).broken;
  }
  return [];
};

test('whole figures pass', () => {
  expect(brokenBy({})).toEqual([]);
  expect(moneyIdentities(proof)).toHaveLength(7);
});

test.each([
  ['due', { failed: { claims: 1, amount: 30001 } }],
  ['bank', { unlisted: { rows: 1, amount: 10999 } }],
  ['settled', { settled: { rows: 3, amount: 139999 }, overpaid: { claims: 1, amount: 5001 } }],
  ['list', { listed: { rows: 5, amount: 260001 } }],
  ['due-claims', { unpaid: { claims: 2, amount: 60000 } }],
  ['bank-rows', { bankRows: 6 }],
  ['paid-rows', { settled: { rows: 2, amount: 140000 } }],
] as const)('a fen or a row too many breaks %s', (identity, change) => expect(brokenBy(change)).toEqual([identity]));

test('the fault names the identity and both sides', () => {
  const broken = moneyProofSchema.parse({ ...figures, bankRows: 6 });
  expect(() => assertMoneyConserved(broken)).toThrow('银行行数 = 已发 + 未成功（6 ≠ 5）');
});

test('published figures are yuan, and read back to the same fen', () => {
  const published = publishMoneyProof(proof);
  expect(published).toMatchObject({ due: { claims: 4, amount: '2700.00' }, toRecover: { amount: '-100.00', paid: '50.00' } });
  expect(readMoneyProof(JSON.parse(JSON.stringify(published)))).toEqual(proof);
  expect(() => readMoneyProof({ ...published, bankRows: -1 })).toThrow();
});
