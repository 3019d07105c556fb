import type { Cases, PersonCase } from '../../schemas/case.ts';
import type { Claims } from '../../schemas/claim.ts';
import type { SubjectKind } from '../../schemas/finding.ts';
import type { FileReport } from '../../schemas/reading.ts';
import { accountBits, personBits } from '../../schemas/signs.ts';
import type { SourceTable, SourceTables } from '../../schemas/source-table.ts';
import type { AnyRow } from '../../schemas/sources/rows.ts';
import { sourceIds } from '../../schemas/sources/source.ts';
import { idProblems } from '../../schemas/values/resident-id.ts';
import type { AskedRule, RulesOfKind } from './asked-rules.ts';
import { rowsOfPerson } from './row-person.ts';
import type { FileSubject, GapSubject, Subjects } from './rule.ts';

/** What the subjects of a run are made from. */
export interface SubjectSources {
  readonly tables: SourceTables;
  readonly files: readonly FileReport[];
  readonly cases: Cases;
  readonly claims: Claims | undefined;
}

/** The most rows of one table that packed numbers can tell apart. */
const rowsATable = 2 ** 28;
const ordinals = new Map(sourceIds.map((source, ordinal) => [source, ordinal]));

/** A row as one number, so that findings keep no rows. */
export const packRow = ({ source, index }: Pick<AnyRow, 'source' | 'index'>): number =>
  ordinals.get(source)! * rowsATable + index;

export function unpackRow(tables: SourceTables, packed: number): AnyRow {
  const source = sourceIds[Math.floor(packed / rowsATable)]!;
  return (tables[source] as SourceTable).row(packed % rowsATable);
}

/** Signs of a bank row by its id's problem (`idProblemCodes`). Bank files may leave ids out, so a missing one is no sign. */
const bankSigns = idProblems.map((problem) => (problem === 'none' || problem === 'missing' ? 0 : personBits['id-faulty']));

/** Who is shown the subjects: says which rules ask about a kind, and is handed each subject with the rules to ask. */
export interface Visitor {
  rulesOf<Kind extends SubjectKind>(kind: Kind): RulesOfKind<Kind>;
  visit<Kind extends SubjectKind>(
    kind: Kind,
    reference: number,
    subject: Subjects[Kind],
    asked: readonly AskedRule<Kind>[],
  ): void;
}

/** Kinds whose subjects are numbered from 0, so that walking them is counting. */
const numberedKinds = ['registration-household', 'household', 'claim', 'bank-row', 'account', 'file', 'file-day'] as const;

/** Every subject of a run by kind and number, made when asked for. */
export class SubjectBook {
  readonly gaps: GapSubject[] = [];
  readonly #from: SubjectSources;
  readonly #files: readonly FileSubject[];

  constructor(from: SubjectSources) {
    this.#from = from;
    this.#files = from.files
      .filter(({ source, sameAs }) => (source === 'bank-payout' || source === 'payment-list') && sameAs === undefined)
      .map(({ source, file, controlTotals }) => ({ source, file, totals: controlTotals }));
  }

  /** Shows every subject about which a rule asks, save the gaps: the other rules have to run before those are known. */
  walk(visitor: Visitor): void {
    this.#walkPersons(visitor);
    this.#walkBankRows(visitor);
    for (const kind of numberedKinds) this.#walkKind(kind, visitor);
  }

  of<Kind extends SubjectKind>(kind: Kind, reference: number): Subjects[Kind] {
    return this.#makers[kind](reference);
  }

  /** A case is made only where a person's signs leave a rule to ask. */
  #walkPersons(visitor: Visitor): void {
    const { cases } = this.#from;
    const ofPersons = visitor.rulesOf('person');
    const ofGroups = visitor.rulesOf('group');
    const ofRows = visitor.rulesOf('row');
    for (let number = 0; number < cases.personCount; number += 1) {
      const signs = cases.signsOfPerson(number);
      const asked = ofPersons.of(signs);
      if (asked !== null) visitor.visit('person', number, cases.person(number), asked);
      const askedOfGroup = (signs & personBits.candidates) === 0 ? null : ofGroups.of(signs);
      if (askedOfGroup !== null) visitor.visit('group', number, cases.person(number), askedOfGroup);
      const askedOfRows = ofRows.of(signs);
      if (askedOfRows !== null) this.#walkRows(visitor, cases.person(number), askedOfRows);
    }
  }

  #walkRows(visitor: Visitor, person: PersonCase, asked: readonly AskedRule<'row'>[]): void {
    for (const row of rowsOfPerson(person)) visitor.visit('row', packRow(row), { row, person }, asked);
  }

  /** Bank rows are nobody's rows, so no person case leads to them. */
  #walkBankRows(visitor: Visitor): void {
    const bank = this.#from.tables['bank-payout'] as SourceTable<'bank-payout'> | undefined;
    const rules = visitor.rulesOf('row');
    if (bank === undefined || rules.none) return;
    const { problem } = bank.ids('idNumber');
    for (let index = 0; index < bank.length; index += 1) {
      const asked = rules.of(bankSigns[problem[index]!]!);
      if (asked === null) continue;
      const row = bank.row(index);
      visitor.visit('row', packRow(row), { row, person: undefined }, asked);
    }
  }

  #walkKind<Kind extends (typeof numberedKinds)[number]>(kind: Kind, visitor: Visitor): void {
    const rules = visitor.rulesOf(kind);
    if (rules.none) return;
    const count = this.#countOf(kind);
    const signsOf = this.#signs[kind];
    for (let number = 0; number < count; number += 1) {
      const asked = rules.of(signsOf === undefined ? 0 : signsOf(number));
      if (asked !== null) visitor.visit(kind, number, this.of(kind, number), asked);
    }
  }

  #countOf(kind: SubjectKind): number {
    const { cases, claims } = this.#from;
    if (kind === 'registration-household') return cases.registrationHouseholdCount;
    if (kind === 'household') return cases.householdCount;
    if (kind === 'file') return this.#files.length;
    if (claims === undefined) return 0;
    if (kind === 'claim') return claims.claims.length;
    if (kind === 'bank-row') return claims.unpairedPayments.length;
    return kind === 'account' ? claims.accounts.length : claims.paymentDays.length;
  }

  /** The signs of kinds that have any; persons, groups and rows are not here, since `#walkPersons` reads theirs itself. */
  readonly #signs: { readonly [Kind in SubjectKind]?: (reference: number) => number } = {
    'registration-household': (number) => this.#from.cases.signsOfRegistrationHousehold(number),
    household: (number) => this.#from.cases.signsOfHousehold(number),
    claim: (number) => this.#from.claims!.signsOf(number),
    account: (number) => (this.#from.claims!.accounts[number]!.length > 1 ? accountBits.shared : 0),
  };

  readonly #makers: { readonly [Kind in SubjectKind]: (reference: number) => Subjects[Kind] } = {
    person: (number) => this.#from.cases.person(number),
    group: (number) => this.#from.cases.person(number),
    'registration-household': (number) => this.#from.cases.registrationHousehold(number),
    household: (number) => this.#from.cases.household(number),
    claim: (number) => this.#from.claims!.claims[number]!,
    'bank-row': (number) => this.#from.claims!.unpairedPayments[number]!,
    account: (number) => {
      const { claims, accounts } = this.#from.claims!;
      const sharing = accounts[number]!.map((claim) => claims[claim]!);
      return { account: sharing[0]!.account, claims: sharing };
    },
    file: (number) => this.#files[number]!,
    'file-day': (number) => this.#from.claims!.paymentDays[number]!,
    row: (packed) => {
      const row = unpackRow(this.#from.tables, packed);
      const person = this.#from.cases.personOf(row);
      return { row, person: person < 0 ? undefined : this.#from.cases.person(person) };
    },
    gap: (number) => this.gaps[number]!,
  };
}
