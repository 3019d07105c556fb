import type { Cases, HouseholdCase, PersonCase, RegistrationHousehold } from '../../schemas/case.ts';
import type { Claim, Claims, PaymentDay } from '../../schemas/claim.ts';
import type { CountyProfile } from '../../schemas/county-profile.ts';
import type { MessagePart, Severity, SubjectKind } from '../../schemas/finding.ts';
import type { ControlTotal } from '../../schemas/reading.ts';
import type { SignOf } from '../../schemas/signs.ts';
import type { AnyRow, BankRow } from '../../schemas/sources/rows.ts';
import type { Address, RowIdentity, SourceId } from '../../schemas/sources/source.ts';
import type { Day } from '../../schemas/values/day.ts';
import type { Fen } from '../../schemas/values/money.ts';
import type { PlaceNames } from '../../schemas/values/place.ts';

/** What a rule needs or uses: a source, or 特困 from whichever source has it. A list of sources means any one of them. */
export type Need = SourceId | 'destitute' | readonly SourceId[];

type FieldOf<Row> = Row extends AnyRow ? Exclude<keyof Row, keyof RowIdentity> : never;
/** A field of any source. */
export type FieldName = FieldOf<AnyRow>;

/** A value for a placeholder: one piece, or several in a row. */
export type MessageValue = MessagePart | readonly MessagePart[];

/** One disagreement of a subject, before anything common to all rules is added. */
export interface Found {
  /** Of the rule's severities; the first where absent. */
  readonly severity?: Severity;
  /** The two values that disagree, in a clerk's words. */
  readonly expected?: string;
  readonly actual?: string;
  /** Whole fen, actual minus expected. */
  readonly amount?: Fen;
  /**
   * The rows where the values stand: printed as `sources`, and what the finding rests on (`restsOn`). A bare address is
   * that of a total row. An absence rule cites at least one row of the source that has the subject:
   * its first such row says which 城乡 area is meant.
   */
  readonly at: readonly (AnyRow | Address)[];
  /** Replaces the rule's message; the same placeholders. */
  readonly message?: string;
  /** Further placeholders of the message. */
  readonly values?: Readonly<Record<string, MessageValue>>;
  /** Tells apart several findings of one rule and subject, e.g. the source; part of the finding's id. */
  readonly aspect?: string;
}

/** The source that an absence rule's subject is missing from, and the one that has it. */
export interface Absence {
  readonly missingFrom: SourceId;
  readonly presentIn: SourceId;
}

/** What a clerk reads of a rule. */
export interface RuleText {
  readonly id: string;
  /** Chinese title: the sheet's name. */
  readonly title: string;
  /** What the two values are called on the rule's sheet, where 应为 and 实为 would say less. */
  readonly valueHeadings?: readonly [expected: string, actual: string];
  /** Where the second value says why nothing was paid: its heading. Due and paid then stand beside it in figures. */
  readonly reasonHeading?: string;
  /** Paragraph of the county plan, e.g. 九-2. */
  readonly clause: string;
  readonly severities: readonly Severity[];
  readonly needs: readonly Need[];
  readonly uses?: readonly Need[];
  /**
   * One Chinese sentence. Placeholders, of the subject as it is printed: `{name}`, `{id}`, `{head}`, `{household}`,
   * `{account}`, `{township}`, `{village}`; of what was found: `{expected}`, `{actual}`, `{amount}` (yuan, without sign).
   */
  readonly message: string;
  /** The rule gives amount differences. The period is part of its facts, since the money of each period is another. */
  readonly money?: boolean;
  /** Each period asks anew: the period is part of the finding's id. */
  readonly periodic?: boolean;
  /** What `expected` and `actual` are where they are personal, so that masked views hide them in the message too. */
  readonly personalValues?: 'name' | 'id' | 'account';
  /**
   * Fields of the cited rows on which a finding rests, beside the id and name that every one rests on: where one of them
   * changes, it is a new question and its `facts` differ.
   */
  readonly restsOn?: readonly FieldName[];
  /** The rule reports an absence (▲ in the README's table). */
  readonly absence?: Absence;
}

/** What a rule may ask beside its subject. Every answer takes constant time and changes nothing. */
export interface RuleRun {
  readonly county: string;
  readonly period: string;
  /** First and last day of the period. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The as-of date. */
  readonly asOf: Day;
  readonly profile: CountyProfile;
  /** Fen a year: the profile's rural standard of the as-of date's year, where it gives one. */
  readonly ruralStandard: number | undefined;
  /** The profile's other names of places, ready to compare with. */
  readonly places: PlaceNames;
  readonly cases: Cases;
  readonly has: (need: Need) => boolean;
  /** At least one 特困 row is at hand, active or not. */
  readonly anyDestituteRow: boolean;
  /** Programmes that stand in the system, and those of them in which at least one row is marked 建档立卡. */
  readonly programmes: ReadonlySet<string>;
  readonly markedProgrammes: ReadonlySet<string>;
  /** Payout only. */
  readonly claims: Claims | undefined;
  /** Payout only: the last day on which a payment is in time. */
  readonly dueDate: Day | undefined;
}

/** A row, and who it belongs to. */
export interface RowSubject {
  readonly row: AnyRow;
  /** Undefined for bank rows. */
  readonly person: PersonCase | undefined;
}

/** One account and every claim that names it, in claim order. */
export interface AccountSubject {
  readonly account: string;
  readonly claims: readonly Claim[];
}

/** A bank file or payment list with its 小计, 合计 and 总计, in the file's order. */
export interface FileSubject {
  readonly source: SourceId;
  /** File name without folders. */
  readonly file: string;
  readonly totals: readonly ControlTotal[];
}

/** An area or township that one source leaves out although another has households there. */
export interface GapSubject {
  /** The source without rows there. */
  readonly source: SourceId;
  /** Its Chinese name. */
  readonly name: string;
  /** 城市 or 农村, '' where the gap is a township. */
  readonly area: string;
  /** As printed, '' where the gap is an area. */
  readonly township: string;
  /** The source that has households there, its Chinese name. */
  readonly otherName: string;
  readonly households: number;
}

/** What `find` receives for each kind of subject. */
export interface Subjects {
  readonly person: PersonCase;
  /** A person case with candidates that were not joined. */
  readonly group: PersonCase;
  readonly 'registration-household': RegistrationHousehold;
  readonly household: HouseholdCase;
  readonly claim: Claim;
  readonly 'bank-row': BankRow;
  readonly account: AccountSubject;
  readonly file: FileSubject;
  /** The paid rows of one bank file on one 交易日期. */
  readonly 'file-day': PaymentDay;
  readonly row: RowSubject;
  readonly gap: GapSubject;
}

/** Parts of a rule that a run cannot do, and why, in Chinese. `whole` where nothing is left of the rule. */
export interface Unable {
  readonly reasons: readonly string[];
  readonly whole: boolean;
}

/** Signs that a subject has, and signs that it lacks. */
export interface Only<Sign extends string> {
  readonly has?: readonly Sign[];
  readonly lacks?: readonly Sign[];
}

export interface Rule<Kind extends SubjectKind> extends RuleText {
  readonly subject: Kind;
  /**
   * Signs that every subject with a finding has, and signs that every such subject lacks; of a list, one entry has to fit.
   * Subjects that it does not fit are not looked at. It only saves time: `find` says the same without it.
   */
  readonly only?: Only<SignOf<Kind>> | readonly Only<SignOf<Kind>>[];
  /** Parts that this run cannot do although every source that the rule needs is there. */
  readonly unable?: (run: RuleRun) => Unable;
  /** What this run leaves out of the rule without making it any less certain; said in the summary. */
  readonly leftOut?: (run: RuleRun) => readonly string[];
  readonly find: (subject: Subjects[Kind], run: RuleRun) => readonly Found[];
}

/** A rule of whatever subject. */
export type AnyRule = { readonly [Kind in SubjectKind]: Rule<Kind> }[SubjectKind];

type Written<Kind extends SubjectKind> = Omit<Rule<Kind>, 'subject'>;

/** All rules have one shape: what reads one for every finding is then compiled once and not for each rule anew. */
const blank: Readonly<Record<keyof Rule<SubjectKind>, undefined>> = {
  subject: undefined,
  id: undefined,
  title: undefined,
  valueHeadings: undefined,
  reasonHeading: undefined,
  clause: undefined,
  severities: undefined,
  needs: undefined,
  uses: undefined,
  message: undefined,
  money: undefined,
  periodic: undefined,
  personalValues: undefined,
  restsOn: undefined,
  absence: undefined,
  only: undefined,
  unable: undefined,
  leftOut: undefined,
  find: undefined,
};

const ruleOf =
  <Kind extends SubjectKind>(subject: Kind) =>
  (rule: Written<Kind>): Rule<Kind> => ({ ...blank, ...rule, subject });

export const personRule = ruleOf('person');
export const groupRule = ruleOf('group');
export const registrationHouseholdRule = ruleOf('registration-household');
export const householdRule = ruleOf('household');
export const claimRule = ruleOf('claim');
export const bankRowRule = ruleOf('bank-row');
export const accountRule = ruleOf('account');
export const fileRule = ruleOf('file');
export const fileDayRule = ruleOf('file-day');
export const rowRule = ruleOf('row');
export const gapRule = ruleOf('gap');
