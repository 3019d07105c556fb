import { buildCases } from '../functions/matching/build-cases.ts';
import { buildClaims } from '../functions/matching/build-claims.ts';
import type { AnyRule } from '../functions/rules/rule.ts';
import type { RuleFindings } from '../functions/rules/rule-findings.ts';
import { type RuleInput, runRules } from '../functions/rules/run-rules.ts';
import { type CountyProfile, defaultProfile } from '../schemas/county-profile.ts';
import type { Finding, MessagePart } from '../schemas/finding.ts';
import type { FileReport } from '../schemas/reading.ts';
import type { RejectedRow } from '../schemas/reject.ts';
import type { Day } from '../schemas/values/day.ts';
import { parsePeriod } from '../schemas/values/period.ts';
import { type TableTexts, tablesOf } from './builders.ts';

/** What a test may set; else a half-year of a county without a profile. */
export interface RunSetting {
  readonly period?: string;
  readonly asOf?: number;
  readonly dueDate?: number;
  readonly profile?: Partial<CountyProfile>;
  readonly files?: readonly FileReport[];
  readonly rejectedRows?: readonly RejectedRow[];
  readonly key?: Uint8Array;
}

/** Everything that a run over these rows would find, from texts read by the production parsers. */
export function runOf(rules: readonly AnyRule[], texts: TableTexts, setting: RunSetting = {}): RuleFindings {
  const { period = '2020H1', files = [], rejectedRows = [], key = new Uint8Array(32) } = setting;
  const asOf = (setting.asOf ?? parsePeriod(period)!.asOf) as Day;
  const profile = { ...defaultProfile, ...setting.profile };
  const tables = tablesOf(texts, { asOf });
  const cases = buildCases(tables, { asOf, profile });
  const payout = tables['payment-list'] !== undefined && tables['bank-payout'] !== undefined;
  const input: RuleInput = {
    reading: { tables, files, rejectedRows },
    cases,
    claims: payout ? buildClaims(tables, cases) : undefined,
    county: '230123',
    period,
    asOf,
    dueDate: setting.dueDate as Day | undefined,
    profile,
    key,
  };
  return runRules(rules, input);
}

/** The findings of one rule in output order. */
export const findingsOf = (rule: AnyRule, texts: TableTexts, setting: RunSetting = {}): readonly Finding[] => [
  ...runOf([rule], texts, setting).ofRule(rule.id),
];

/** A message as people read it. */
export const messageText = (parts: readonly MessagePart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
