import { assertMoneyConserved, type MoneyProof, readMoneyProof } from '../../../schemas/money-proof.ts';
import type { WrittenRule } from './written-findings.ts';
import type { WrittenSheet } from './written-workbook.ts';

const nothing: WrittenRule = { count: 0, amount: 0, short: { count: 0, amount: 0 }, over: { count: 0, amount: 0 } };

/** Columns of 逐户核对 that hold what was due and what was paid. */
export const householdColumns = { 逐户核对: ['H', 'I'] } as const;

/**
 * What the published files say of the money, against the proof that `summary.json` holds: its identities, the claims that
 * `findings.csv` lists one by one, and the households of 逐户核对. Throws `MoneyNotConserved` where an identity is broken;
 * gives the figures that disagree.
 */
export function moneyDisagreements(
  published: unknown,
  rules: ReadonlyMap<string, WrittenRule>,
  households: readonly WrittenSheet[],
): string[] {
  const proof: MoneyProof = readMoneyProof(published);
  assertMoneyConserved(proof);
  const written = (rule: string) => rules.get(rule) ?? nothing;
  const mismatched = written('payment-amount-mismatch');
  const duplicated = written('payment-duplicated');
  const [due, paid] = [0, 1].map((at) => households.reduce((sum, sheet) => sum + (sheet.sums[at] ?? 0), 0));
  const figures: readonly (readonly [name: string, written: number, proven: number])[] = [
    ['未发户次', written('unpaid').count, proof.unpaid.claims],
    ['未发金额', -written('unpaid').amount, proof.unpaid.amount],
    ['发放失败户次', written('payment-failed').count, proof.failed.claims],
    ['发放失败金额', -written('payment-failed').amount, proof.failed.amount],
    ['少发户次', mismatched.short.count, proof.short.claims],
    ['少发金额', -mismatched.short.amount, proof.short.amount],
    ['多发户次', mismatched.over.count + duplicated.over.count, proof.overpaid.claims],
    ['多发金额', mismatched.over.amount + duplicated.over.amount, proof.overpaid.amount],
    ['名册外笔数', written('payment-unlisted').count, proof.unlisted.rows],
    ['名册外金额', written('payment-unlisted').amount, proof.unlisted.amount],
    ['逐户核对应发', due ?? 0, proof.listed.amount],
    ['逐户核对实发', paid ?? 0, proof.bankPaid.amount - proof.unlisted.amount],
  ];
  return figures.flatMap(([name, there, proven]) => (there === proven ? [] : [`${name}：文件 ${there}，平衡表 ${proven}`]));
}
