import type { SubjectKind } from '../../schemas/finding.ts';
import { signBitsOf } from '../../schemas/signs.ts';
import type { AnyRule, Found, Only, RuleRun, Subjects } from './rule.ts';
import type { RunningRule } from './rule-findings.ts';

/** A running rule and its place in the run's list. */
export interface AskedRule<Kind extends SubjectKind = SubjectKind> {
  readonly at: number;
  readonly running: RunningRule;
  readonly find: (subject: Subjects[Kind], run: RuleRun) => readonly Found[];
}

interface Condition {
  readonly has: number;
  readonly lacks: number;
}

/** The rules about one kind of subject, and which of them a subject's signs leave. */
export class RulesOfKind<Kind extends SubjectKind = SubjectKind> {
  readonly #rules: readonly { readonly rule: AskedRule<Kind>; readonly conditions: readonly Condition[] }[];
  /** Subjects have a few dozen sets of signs between them: each is held against the rules once. */
  readonly #bySigns = new Map<number, readonly AskedRule<Kind>[] | null>();

  constructor(kind: SubjectKind, running: readonly RunningRule[]) {
    this.#rules = [...running.entries()]
      .filter(([, { rule }]) => rule.subject === kind)
      .map(([at, each]) => ({
        rule: { at, running: each, find: each.rule.find as AskedRule<Kind>['find'] },
        conditions: conditionsOf(each.rule, signBitsOf(kind)),
      }));
  }

  get none(): boolean {
    return this.#rules.length === 0;
  }

  /** The rules to ask about a subject with these signs, in report order; null where there is none, as for most. */
  of(signs: number): readonly AskedRule<Kind>[] | null {
    const known = this.#bySigns.get(signs);
    return known === undefined ? this.#leftBy(signs) : known;
  }

  #leftBy(signs: number): readonly AskedRule<Kind>[] | null {
    const fits = ({ has, lacks }: Condition) => (signs & has) === has && (signs & lacks) === 0;
    const asked: AskedRule<Kind>[] = [];
    for (const { rule, conditions } of this.#rules) if (conditions.some(fits)) asked.push(rule);
    const some = asked.length === 0 ? null : asked;
    this.#bySigns.set(signs, some);
    return some;
  }
}

function conditionsOf({ only }: AnyRule, bits: Readonly<Record<string, number>>): readonly Condition[] {
  if (only === undefined) return [{ has: 0, lacks: 0 }];
  const together = (signs: readonly string[] = []) => signs.reduce((all, sign) => all | bits[sign]!, 0);
  return [only].flat().map(({ has, lacks }: Only<string>) => ({ has: together(has), lacks: together(lacks) }));
}
