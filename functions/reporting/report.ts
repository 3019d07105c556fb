import type { FindingList } from '../../schemas/finding.ts';
import type { HouseholdVerdicts } from '../../schemas/household-verdict.ts';
import type { JobId } from '../../schemas/job.ts';
import type { MoneyProof } from '../../schemas/money-proof.ts';
import type { ProfileDifference } from '../../schemas/profile-differences.ts';
import type { ReadingResult } from '../../schemas/reading.ts';
import type { Day } from '../../schemas/values/day.ts';

/** All that a job knows when its rules have run. The report is a pure function of it. */
export interface Report {
  readonly job: JobId;
  /** Six digits of GB/T 2260. */
  readonly county: string;
  /** The profile's name of the county, '' without. */
  readonly countyName: string;
  /** As given: `2020H1`, `2020Q3`, `2020-06`. */
  readonly period: string;
  readonly asOf: Day;
  /** Payout: last day on which the quarter's money is in time. */
  readonly dueDate?: Day | undefined;
  readonly versions: { readonly program: string; readonly ruleSet: string };
  readonly key: 'sample' | 'county';
  readonly profile: {
    /** Of the profile file, lower-case hex; undefined without one. */
    readonly sha256: string | undefined;
    readonly differs: readonly ProfileDifference[];
  };
  readonly reading: Pick<ReadingResult, 'files' | 'rejects' | 'skippedFiles' | 'unusedSources'>;
  readonly findings: FindingList;
  /** Payout only: where every yuan went, and how every household of the list came out. */
  readonly payout?: { readonly money: MoneyProof; readonly households: HouseholdVerdicts } | undefined;
  /** What the breaker would have stopped (Chinese sentences), where the run was forced; else empty. */
  readonly forced: readonly string[];
}
