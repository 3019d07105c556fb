import type {
  BenefitRow,
  DeathRow,
  DestituteRow,
  ExclusionRow,
  ListRow,
  RegistrationRow,
  RosterRow,
  SystemRow,
} from './sources/rows.ts';

/** Why rows are held to be one person, strongest first. */
export const matchBases = ['same-id', 'lost-digits', 'near-id', 'no-id'] as const;
export type MatchBasis = (typeof matchBases)[number];

/** Every row of one person, by source, in file order. */
export interface PersonRows {
  readonly roster: readonly RosterRow[];
  readonly system: readonly SystemRow[];
  readonly registration: readonly RegistrationRow[];
  readonly destitute: readonly DestituteRow[];
  readonly death: readonly DeathRow[];
  /** Rows of the payment list whose head is this person. */
  readonly list: readonly ListRow[];
  readonly benefit: readonly BenefitRow[];
  readonly exclusion: readonly ExclusionRow[];
}

export type PersonRow = PersonRows[keyof PersonRows][number];

/**
 * One person in all sources. The row sets named after the words of the rules are those that hold on the as-of date:
 * a case is a small view made while the rules run, so keep its `number`, not the object.
 */
export interface PersonCase {
  /** 0, 1, 2 … ; the same for the same inputs whatever the listing order. */
  readonly number: number;
  readonly basis: MatchBasis;
  readonly rows: PersonRows;
  /** As printed: of the row that the rules prefer. */
  readonly id: string;
  /** The printed id has the 18 characters that identify; no other case has it. */
  readonly identified: boolean;
  readonly name: string;
  /** The row whose township, village and head are printed: the first active one of the first source that has the person. */
  readonly placed: PersonRow;
  readonly township: string;
  readonly village: string;
  readonly headName: string;
  /** Active covered rural roster rows. */
  readonly dibao: readonly RosterRow[];
  /** Active covered urban roster rows. */
  readonly urban: readonly RosterRow[];
  /** Registration rows other than 边缘. */
  readonly registered: readonly RegistrationRow[];
  /** Active covered system rows of any programme. */
  readonly system: readonly SystemRow[];
  /** Active rows of the destitute roster, and active covered system rows of programme 特困. */
  readonly destitute: readonly (DestituteRow | SystemRow)[];
  /** A death row on or before the as-of date: the first such row, if any. */
  readonly dead: DeathRow | undefined;
  /** Case numbers of candidates that were not joined with this one; empty for nearly everybody. */
  readonly candidates: readonly number[];
}

/** A household of the poverty bureau's own numbering: registration rows of one 户编号, 边缘 rows left out. */
export interface RegistrationHousehold {
  readonly number: number;
  readonly householdId: string;
  readonly rows: readonly RegistrationRow[];
  /** The 户主 row, else the first. Names the household. */
  readonly head: RegistrationRow;
  /** Person case numbers of its rows, each once, in row order. */
  readonly persons: readonly number[];
}

/** A household of roster, system and payment list. */
export interface HouseholdCase {
  readonly number: number;
  /** As printed: 户编号, else 低保证号, else the head's id; may be empty. */
  readonly householdId: string;
  readonly headName: string;
  /** The head's id as printed, '' where unknown. */
  readonly headId: string;
  readonly township: string;
  readonly village: string;
  readonly roster: readonly RosterRow[];
  readonly system: readonly SystemRow[];
  readonly list: readonly ListRow[];
  /** The rows by which it stands in a book on the as-of date: covered, active, and no 特困. Empty: it is not in it. */
  readonly inRoster: readonly RosterRow[];
  readonly inSystem: readonly SystemRow[];
}

/** What matching hands to the rules: who is who. All look-ups take constant time. */
export interface Cases {
  readonly personCount: number;
  person(number: number): PersonCase;
  /** The case of a person row; -1 for bank rows and rows without a person. */
  personOf(row: { source: string; index: number }): number;
  /** `personSigns` of a person as bits: what rules need to know before a case is made at all. */
  signsOfPerson(number: number): number;
  readonly householdCount: number;
  household(number: number): HouseholdCase;
  /** `householdSigns` as bits. */
  signsOfHousehold(number: number): number;
  /** The household case of a roster, system or payment-list row; -1 for others. */
  householdOf(row: { source: string; index: number }): number;
  readonly registrationHouseholdCount: number;
  registrationHousehold(number: number): RegistrationHousehold;
  /** `registrationSigns` as bits. */
  signsOfRegistrationHousehold(number: number): number;
  /** The registration household of a registration row; -1 for 边缘 rows. */
  registrationHouseholdOf(row: { source: string; index: number }): number;
}
