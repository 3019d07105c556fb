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

/** Signs as bits, in the order of the list. */
export const bitsOf = <Sign extends string>(list: readonly Sign[]): Readonly<Record<Sign, number>> =>
  Object.fromEntries(list.map((sign, at) => [sign, 1 << at])) as Record<Sign, number>;

export const personBits = bitsOf(personSigns);

/** What is known of a subject before it is looked at, by its kind; a row has the signs of its person. */
export interface SubjectSigns {
  readonly person: PersonSign;
  readonly group: PersonSign;
  readonly row: PersonSign;
}
export type SignOf<Kind> = Kind extends keyof SubjectSigns ? SubjectSigns[Kind] : never;

const bitsByKind: { readonly [Kind in keyof SubjectSigns]: Readonly<Record<SubjectSigns[Kind], number>> } = {
  person: personBits,
  group: personBits,
  row: personBits,
};

/** The bits of a kind's signs; none where nothing is known beforehand. */
export const signBitsOf = (kind: string): Readonly<Record<string, number>> =>
  Object.hasOwn(bitsByKind, kind) ? bitsByKind[kind as keyof SubjectSigns] : {};
