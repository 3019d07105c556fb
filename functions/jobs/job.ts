import type { JobId } from '../../schemas/job.ts';
import type { Refusal } from '../../schemas/reading.ts';
import type { SourceId } from '../../schemas/sources/source.ts';
import type { Summary } from '../../schemas/summary.ts';
import type { Day } from '../../schemas/values/day.ts';
import type { Period } from '../../schemas/values/period.ts';
import type { AnyRule } from '../rules/rule.ts';
import type { ObjectStore, Progress, Publication, ReportPublisher } from './ports.ts';

/** What a job reads and asks; the running is the same for all. */
export interface JobDefinition {
  readonly id: JobId;
  /** Files of other sources are left unread, and said. */
  readonly used: readonly SourceId[];
  /** Without an accepted row in each of them the run is refused. */
  readonly required: readonly SourceId[];
  /** In report order. */
  readonly rules: readonly AnyRule[];
}

/** All that a job may touch. */
export interface JobPorts {
  readonly inbox: ObjectStore;
  readonly publisher: ReportPublisher;
  readonly progress: Progress;
}

/** What a run is asked for; the doors have read and checked each value. */
export interface JobRequest {
  /** Six digits of GB/T 2260. */
  readonly county: string;
  readonly period: Period;
  /** Instead of the period's own. */
  readonly asOf?: Day | undefined;
  /** Last day on which a quarter's money is in time; wins over the profile's. */
  readonly due?: Day | undefined;
  /** The county profile's bytes; undefined where the county has none. */
  readonly profile: Uint8Array | undefined;
  readonly key: { readonly bytes: Uint8Array; readonly sample: boolean };
  /** Names of files whose wrong period is accepted. */
  readonly acceptedPeriods: readonly string[];
  /** Publish in spite of the breaker. */
  readonly force: boolean;
  readonly programVersion: string;
}

/** What came of a run. Anything that is none of these is a fault of the program, and thrown. */
export type JobResult =
  | { readonly outcome: 'published'; readonly publication: Publication; readonly summary: Summary }
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] }
  /** The breaker: Chinese sentences with source and figure. */
  | { readonly outcome: 'stopped'; readonly reasons: readonly string[] };
