import { bitsOf } from './values/bits-of.ts';

/**
 * Signs of a person: what is known of everybody from the columns alone, before a single row is looked at. The first six
 * are the sets of the same names of a `PersonCase` that are not empty; those of rows hold of one of the person's rows.
 */
export const personSigns = [
  'dibao',
  'urban',
  'registered',
  'system',
  'destitute',
  'dead',
  /** An active covered system row is marked 建档立卡. */
  'marked',
  /** Two or more rows of `dibao`, `urban` and `destitute` together. */
  'assisted-twice',
  /** Rows with names that are not written alike. */
  'several-names',
  /** Rows of `dibao` and `registered` that are not all of one township and village; a blank one may be any. */
  'several-places',
  /** On another basis than the same id. */
  'joined',
  'candidates',
  /** A row's id is there and wrong. */
  'id-faulty',
  /** A row has no id. */
  'id-missing',
  /** Two rows of one source. */
  'repeated',
  /** An active covered row of roster or system has a remark, or any of their rows words in brackets behind the name. */
  'remarked',
] as const;
export type PersonSign = (typeof personSigns)[number];

export const personBits = bitsOf(personSigns);

/**
 * Signs of a household. Those of the books are about its active covered rows in roster and system, 特困 left out: by them
 * it stands in a book. Rows differ where they do not all say the same in both books; a blank is a word of its own.
 */
export const householdSigns = [
  'in-roster',
  'in-system',
  /** A 正常 row on the payment list. */
  'on-list',
  /** Several 正常 rows, or one whose amount is not its months times the largest monthly amount in the system. */
  'list-differs',
  'amounts-differ',
  'accounts-differ',
  /** 城乡 or A/B/C. */
  'categories-differ',
  /** As places are compared. */
  'places-differ',
  /** Somebody stands in one book only. */
  'members-differ',
  /** A stated number of persons is not that of the rows, or a person has two rows of one book. */
  'counts-differ',
  /** A covered row of either book, 特困 included, has no end and is not 停保. */
  'open-ended',
  /** A row of anybody who stands in the death register, whatever the day. */
  'dead-member',
] as const;
export type HouseholdSign = (typeof householdSigns)[number];

export const householdBits = bitsOf(householdSigns);

/** Signs of a household of the poverty bureau: what its rows call it, and what its members have. */
export const registrationSigns = [
  'called-ordinary',
  'called-dibao',
  'called-destitute',
  'dibao',
  'urban',
  'destitute',
  /** A member is without rural dibao. */
  'part-without-dibao',
] as const;
export type RegistrationSign = (typeof registrationSigns)[number];

export const registrationBits = bitsOf(registrationSigns);

/** Signs of a claim. The last two are those of its household. */
export const claimSigns = [
  /** Paid what was due, or nothing where nothing was due. */
  'settled',
  'paid',
  /** A paid row has another 户名 than every row of the list, or none. */
  'other-payee',
  /** Found by identity although it has an account. */
  'other-account',
  'open-ended',
  'dead-member',
] as const;
export type ClaimSign = (typeof claimSigns)[number];

export const claimBits = bitsOf(claimSigns);

/** More than one claim names the account. */
export const accountBits = bitsOf(['shared']);

/** What is known of a subject before it is looked at, by its kind; a row has the signs of its person. */
export interface SubjectSigns {
  readonly person: PersonSign;
  readonly group: PersonSign;
  readonly row: PersonSign;
  readonly 'registration-household': RegistrationSign;
  readonly household: HouseholdSign;
  readonly claim: ClaimSign;
  readonly account: keyof typeof accountBits;
}
export type SignOf<Kind> = Kind extends keyof SubjectSigns ? SubjectSigns[Kind] : never;

const bitsByKind: { readonly [Kind in keyof SubjectSigns]: Readonly<Record<SubjectSigns[Kind], number>> } = {
  person: personBits,
  group: personBits,
  row: personBits,
  'registration-household': registrationBits,
  household: householdBits,
  claim: claimBits,
  account: accountBits,
};

/** The bits of a kind's signs; none where nothing is known beforehand. */
export const signBitsOf = (kind: string): Readonly<Record<string, number>> =>
  Object.hasOwn(bitsByKind, kind) ? bitsByKind[kind as keyof SubjectSigns] : {};
