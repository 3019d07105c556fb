export type Severity = 'error' | 'warning' | 'notice' | 'list';

/** What a run must report of somebody, column by column as in `findings.csv`; '' where it must be empty. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly township: string;
  readonly village: string;
  readonly householdId: string;
  readonly headName: string;
  readonly name: string;
  readonly id: string;
  readonly account: string;
  /** '*' where the wording is the rule's own affair. */
  readonly expected: string;
  readonly actual: string;
  /** Fen, or undefined for none. */
  readonly amount: number | undefined;
  readonly basis: string;
  /** Why, for the reader of the list. */
  readonly story: string;
}

/** Somebody close to a rule whom it must not report. */
export interface NearMiss {
  readonly job: 'half-year' | 'payout';
  readonly rule: string;
  readonly name: string;
  readonly id: string;
  readonly story: string;
}

/** A row that cannot be used, or a value that is left out: both are told in `rejects.csv`. */
export interface Reject {
  readonly job: 'half-year' | 'payout';
  readonly kind: 'row' | 'value';
  readonly source: string;
  /** As written in the file; '' for a blank. */
  readonly value: string;
  readonly story: string;
}
