import type { Cases, HouseholdCase, PersonCase, RegistrationHousehold } from '../../schemas/case.ts';
import type { Claim, Claims } from '../../schemas/claim.ts';
import type { CountyProfile } from '../../schemas/county-profile.ts';
import type { MessagePart, Severity } from '../../schemas/finding.ts';
import type { AnyRow, BankRow } from '../../schemas/sources/rows.ts';
import type { Address, SourceId } from '../../schemas/sources/source.ts';
import type { Day } from '../../schemas/values/day.ts';
import type { Fen } from '../../schemas/values/money.ts';

/** What a rule needs or uses: a source, or 特困 from whichever source has it. A list of sources means any one of them. */
export type Need = SourceId | 'destitute' | readonly SourceId[];

/** One disagreement of a subject, before anything common to all rules is added. */
export interface Found {
  /** Of the rule's severities; the first where absent. */
  readonly severity?: Severity;
  /** The two values that disagree, in a clerk's words. */
  readonly expected?: string;
  readonly actual?: string;
  /** Whole fen, actual minus expected. */
  readonly amount?: Fen;
  /** The rows where the values stand: their addresses, and their values, are what the finding rests on. */
  readonly at: readonly AnyRow[];
  /** Replaces the rule's message; the same placeholders. */
  readonly message?: string;
  /** Further placeholders of the message. */
  readonly values?: Readonly<Record<string, MessagePart>>;
  /** Tells apart several findings of one rule and subject, e.g. the source; part of the finding's id. */
  readonly aspect?: string;
}

/** What a clerk reads of a rule. */
export interface RuleText {
  readonly id: string;
  /** Chinese title: the sheet's name. */
  readonly title: string;
  /** Paragraph of the county plan, e.g. 九-2. */
  readonly clause: string;
  readonly severities: readonly Severity[];
  readonly needs: readonly Need[];
  readonly uses?: readonly Need[];
  /** One Chinese sentence with placeholders `{name}`, `{expected}`, `{actual}`, `{household}` … */
  readonly message: string;
  /** The rule gives amount differences. */
  readonly money?: boolean;
  /** The rule reports an absence: the source that the subject is missing from, and the one that has it (▲). */
  readonly absence?: { readonly missingFrom: SourceId; readonly presentIn: SourceId };
}

/** What a rule may ask beside its subject. Constant time, no effects. */
export interface RuleRun {
  readonly county: string;
  readonly period: string;
  /** The as-of date. */
  readonly asOf: Day;
  readonly profile: CountyProfile;
  readonly cases: Cases;
  readonly has: (need: Need) => boolean;
  /** Payout only. */
  readonly claims: Claims | undefined;
}

/** The subjects that rules speak of, and what `find` receives for each. */
export interface Subjects {
  readonly person: PersonCase;
  readonly group: PersonCase;
  readonly 'registration-household': RegistrationHousehold;
  readonly household: HouseholdCase;
  readonly claim: Claim;
  readonly 'bank-row': BankRow;
  readonly account: { readonly account: string; readonly claims: readonly Claim[] };
  readonly row: AnyRow;
}

export type SubjectKind = keyof Subjects;

export interface Rule<Kind extends SubjectKind = SubjectKind> extends RuleText {
  readonly subject: Kind;
  readonly find: (subject: Subjects[Kind], run: RuleRun) => readonly Found[];
}

export const personRule = (rule: Omit<Rule<'person'>, 'subject'>): Rule<'person'> => ({ subject: 'person', ...rule });

/** A sheet's or file's address as evidence where no row is meant. */
export type Evidence = Address;
