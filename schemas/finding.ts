import * as z from 'zod';
import type { Address } from './sources/source.ts';
import type { Fen } from './values/money.ts';

export const severities = ['error', 'warning', 'notice', 'list'] as const;
export type Severity = (typeof severities)[number];

/** The same on the terminal, in the workbook and in the README. */
export const severityWords: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', notice: '提示', list: '清单' };

/**
 * One piece of a message: plain words, or a typed value. Masked views hide `id`, `name` and `account` pieces wherever
 * they stand in a sentence.
 */
export type MessagePart = string | { readonly kind: 'name' | 'id' | 'account' | 'household' | 'text'; readonly text: string };

/**
 * A finding as people read it: one line of `findings.csv`. Rendered while it is written from the compact form that the
 * rules keep, so hold on to none of them.
 */
export interface Finding {
  /** First 16 hex digits of an HMAC-SHA-256 of county, rule and subject, made with the county's key. */
  readonly findingId: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly county: string;
  readonly period: string;
  readonly township: string;
  readonly village: string;
  readonly householdId: string;
  readonly headName: string;
  readonly name: string;
  readonly idNumber: string;
  readonly account: string;
  readonly expected: string;
  readonly actual: string;
  /** Whole fen, actual minus expected; undefined where the rule gives none. */
  readonly amountDifference: Fen | undefined;
  readonly matchBasis: string;
  readonly sources: readonly Address[];
  readonly message: readonly MessagePart[];
  /** Digest (16 hex digits) of the values behind the finding: it differs once one of them does. */
  readonly facts: string;
}

const sixteenHexDigits = z.string().regex(/^[0-9a-f]{16}$/);

/**
 * A line of `findings.csv`, its columns in the order of the file. All are text as the file holds it; texts that a
 * spreadsheet would run carry a leading apostrophe.
 */
export const findingLineSchema = z.strictObject({
  finding_id: sixteenHexDigits,
  rule: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  severity: z.enum(severities),
  county: z.string().regex(/^\d{6}$/),
  period: z.string(),
  /** Of the subject, as written. */
  township: z.string(),
  village: z.string(),
  household_id: z.string(),
  head_name: z.string(),
  /** Of the person; of a household its head; of a bank row its 户名. */
  name: z.string(),
  id_number: z.string(),
  /** Payout rules: digits. */
  account: z.string().regex(/^\d*$/),
  /** The two values that disagree. */
  expected: z.string(),
  actual: z.string(),
  /** Yuan with two decimals, actual minus expected; empty where the rule gives none. */
  amount_difference: z.string().regex(/^(?:-?\d+\.\d\d)?$/),
  match_basis: z.string(),
  /** `source:file!sheet:row`, joined by `; `. */
  sources: z.string(),
  message: z.string(),
  facts: sixteenHexDigits,
});
export type FindingLine = z.infer<typeof findingLineSchema>;

/** Columns of `findings.csv`; scripts rely on names and order. */
export const findingColumns = Object.keys(findingLineSchema.shape) as readonly (keyof FindingLine)[];

/** What findings can be about. `group`: a person whom several may be; `gap`: an area or township that a source leaves out. */
export type SubjectKind =
  | 'person'
  | 'group'
  | 'registration-household'
  | 'household'
  | 'claim'
  | 'bank-row'
  | 'account'
  | 'file'
  | 'file-day'
  | 'row'
  | 'gap';

/** Counts of one rule that ran. */
export interface RuleCount {
  readonly rule: string;
  readonly title: string;
  readonly clause: string;
  /** What the two values are called on the rule's sheet. */
  readonly valueHeadings: readonly [expected: string, actual: string];
  /** Set where the second value says why nothing was paid: its heading. */
  readonly reasonHeading: string | undefined;
  readonly subject: SubjectKind;
  /** The rule gives amounts. */
  readonly money: boolean;
  readonly total: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Counts by township as printed ('' where the subject has none), and the amounts in fen. */
  readonly byTownship: readonly { readonly township: string; readonly count: number; readonly amount: Fen }[];
  readonly amount: Fen;
  /** Sources that the rule uses and the run does not have: what could not be ruled out, in Chinese; '' else. */
  readonly caveat: string;
}

/** A rule that did not run, and why (Chinese). A rule not run is never zero findings. */
export interface RuleNotRun {
  readonly rule: string;
  readonly title: string;
  readonly clause: string;
  readonly reason: string;
}

/** The findings of a run in output order, and their counts. */
export interface FindingList {
  readonly total: number;
  /** In report order, every rule that ran (also with no finding). */
  readonly rules: readonly RuleCount[];
  readonly notRun: readonly RuleNotRun[];
  /** Renders the findings of one rule, in output order. Each call renders anew. */
  ofRule(rule: string): Iterable<Finding>;
}
