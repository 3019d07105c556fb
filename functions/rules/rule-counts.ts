import type { RuleCount, Severity } from '../../schemas/finding.ts';
import { byCodePoints } from '../../schemas/values/code-point-order.ts';
import type { Fen } from '../../schemas/values/money.ts';
import type { FindingStore } from './finding-store.ts';
import type { AnyRule } from './rule.ts';
import type { RunningRule } from './rule-findings.ts';

class Sum {
  count = 0;
  amount = 0;
}

/** Counts of every rule that ran, in report order. */
export const countsOf = (
  running: readonly RunningRule[],
  ofRule: readonly (readonly number[])[],
  store: FindingStore,
): readonly RuleCount[] => running.map((each, at) => countOf(each, ofRule[at]!, store));

function sumOf(townships: Map<number, Sum>, code: number): Sum {
  const known = townships.get(code);
  if (known !== undefined) return known;
  const sum = new Sum();
  townships.set(code, sum);
  return sum;
}

function tally(findings: readonly number[], store: FindingStore) {
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, notice: 0, list: 0 };
  const townships = new Map<number, Sum>();
  for (const finding of findings) {
    bySeverity[store.severityOf(finding)] += 1;
    const sum = sumOf(townships, store.township[finding]!);
    sum.count += 1;
    sum.amount += store.amount(finding) ?? 0;
  }
  return { bySeverity, townships };
}

/** What a count says of its rule. */
export const aboutRule = (
  rule: AnyRule,
): Pick<RuleCount, 'rule' | 'title' | 'clause' | 'valueHeadings' | 'reasonHeading' | 'subject' | 'money'> => ({
  rule: rule.id,
  title: rule.title,
  valueHeadings: rule.valueHeadings ?? ['应为', '实为'],
  reasonHeading: rule.reasonHeading,
  clause: rule.clause,
  subject: rule.subject,
  money: rule.money === true,
});

function countOf({ rule, doubts, leftOut }: RunningRule, findings: readonly number[], store: FindingStore): RuleCount {
  const { bySeverity, townships } = tally(findings, store);
  const byTownship = [...townships]
    .map(([code, { count, amount }]) => ({ township: store.texts.textOf(code), count, amount: amount as Fen }))
    .sort((one, other) => byCodePoints(one.township, other.township));
  return {
    ...aboutRule(rule),
    total: findings.length,
    bySeverity,
    byTownship,
    amount: byTownship.reduce((sum, { amount }) => sum + amount, 0) as Fen,
    caveat: [...doubts, ...leftOut].join('；'),
  };
}
