import type { ReadingResult } from '../../schemas/reading.ts';
import { buildCases } from '../matching/build-cases.ts';
import { buildClaims } from '../matching/build-claims.ts';
import { moneyProof } from '../matching/money-proof.ts';
import type { Report } from '../reporting/report.ts';
import { breakerShares } from '../rules/breaker-shares.ts';
import { householdVerdicts } from '../rules/payout/household-verdicts.ts';
import { runRules } from '../rules/run-rules.ts';
import { breakerReasons } from './breaker.ts';
import type { JobDefinition, JobRequest } from './job.ts';
import type { RunPlan } from './run-plan.ts';

/** What the rules found, as the report takes it, and why the breaker would not publish it. */
export interface Disagreements extends Pick<Report, 'findings' | 'payout'> {
  readonly breaker: readonly string[];
}

/** Rows → cases and claims → findings. Pure: the same plan and rows give the same findings. */
export function findDisagreements(
  definition: JobDefinition,
  plan: RunPlan,
  { county, period, key }: JobRequest,
  reading: ReadingResult,
): Disagreements {
  const { asOf, dueDate, profile } = plan;
  const { tables, rejectedRows } = reading;
  const cases = buildCases(tables, { asOf, profile });
  const claims = definition.id === 'payout' ? buildClaims(tables, cases) : undefined;
  const input = { reading, cases, claims, county, period: period.text, asOf, dueDate, profile, key: key.bytes };
  const findings = runRules(definition.rules, input);
  const { rosterPersons, listHouseholds } = breakerShares(findings);
  const errors = claims ? { subjects: '发放名册户数', ...listHouseholds } : { subjects: '低保台账人数', ...rosterPersons };
  return {
    findings,
    payout: claims && { money: moneyProof(claims, tables, rejectedRows), households: householdVerdicts(cases, claims) },
    breaker: breakerReasons(reading, errors, profile.breaker),
  };
}
