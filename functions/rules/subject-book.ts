import type { Cases } from '../../schemas/case.ts';
import type { Claims } from '../../schemas/claim.ts';
import type { SubjectKind } from '../../schemas/finding.ts';
import type { FileReport } from '../../schemas/reading.ts';
import type { SourceTable, SourceTables } from '../../schemas/source-table.ts';
import type { AnyRow } from '../../schemas/sources/rows.ts';
import { sourceIds } from '../../schemas/sources/source.ts';
import { rowsOfPerson } from './row-person.ts';
import type { FileSubject, GapSubject, Subjects } from './rule.ts';

/** What the subjects of a run are made from. */
export interface SubjectSources {
  readonly tables: SourceTables;
  readonly files: readonly FileReport[];
  readonly cases: Cases;
  readonly claims: Claims | undefined;
}

/** Rows of one table that a packed reference can name. */
const rowsATable = 2 ** 28;
const ordinals = new Map(sourceIds.map((source, ordinal) => [source, ordinal]));

/** A row as one number, so that findings keep no rows. */
export const packRow = ({ source, index }: Pick<AnyRow, 'source' | 'index'>): number =>
  ordinals.get(source)! * rowsATable + index;

export function unpackRow(tables: SourceTables, packed: number): AnyRow {
  const source = sourceIds[Math.floor(packed / rowsATable)]!;
  return (tables[source] as SourceTable).row(packed % rowsATable);
}

type Visit = <Kind extends SubjectKind>(kind: Kind, reference: number, subject: Subjects[Kind]) => void;

/** Every subject of a run by kind and number, made when asked for. */
export class SubjectBook {
  readonly gaps: GapSubject[] = [];
  readonly #from: SubjectSources;
  readonly #accounts: readonly string[];
  readonly #files: readonly FileSubject[];

  constructor(from: SubjectSources) {
    this.#from = from;
    this.#accounts = [...(from.claims?.claimsByAccount.keys() ?? [])];
    this.#files = from.files
      .filter(({ source, sameAs }) => (source === 'bank-payout' || source === 'payment-list') && sameAs === undefined)
      .map(({ source, file, controlTotals }) => ({ source, file, totals: controlTotals }));
  }

  /** Calls once for every subject of these kinds, save the gaps: those come out of the other rules. */
  walk(kinds: ReadonlySet<SubjectKind>, visit: Visit): void {
    const wants = (...some: readonly SubjectKind[]) => some.some((kind) => kinds.has(kind));
    if (wants('person', 'group', 'row')) this.#walkPersons(kinds, visit);
    if (wants('row')) this.#walkBankRows(visit);
    for (const kind of kinds) {
      if (kind === 'person' || kind === 'group' || kind === 'row' || kind === 'gap') continue;
      const count = this.#countOf(kind);
      for (let number = 0; number < count; number += 1) visit(kind, number, this.of(kind, number));
    }
  }

  of<Kind extends SubjectKind>(kind: Kind, reference: number): Subjects[Kind] {
    return this.#makers[kind](reference);
  }

  #walkPersons(kinds: ReadonlySet<SubjectKind>, visit: Visit): void {
    const { cases } = this.#from;
    for (let number = 0; number < cases.personCount; number += 1) {
      const person = cases.person(number);
      if (kinds.has('person')) visit('person', number, person);
      if (kinds.has('group') && person.candidates.length > 0) visit('group', number, person);
      if (!kinds.has('row')) continue;
      for (const row of rowsOfPerson(person)) visit('row', packRow(row), { row, person });
    }
  }

  /** Bank rows are nobody's rows, so no person case leads to them. */
  #walkBankRows(visit: Visit): void {
    const bank = this.#from.tables['bank-payout'] as SourceTable<'bank-payout'> | undefined;
    for (let index = 0; index < (bank?.length ?? 0); index += 1) {
      const row = bank!.row(index);
      visit('row', packRow(row), { row, person: undefined });
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
    return kind === 'account' ? this.#accounts.length : claims.paymentDays.length;
  }

  readonly #makers: { readonly [Kind in SubjectKind]: (reference: number) => Subjects[Kind] } = {
    person: (number) => this.#from.cases.person(number),
    group: (number) => this.#from.cases.person(number),
    'registration-household': (number) => this.#from.cases.registrationHousehold(number),
    household: (number) => this.#from.cases.household(number),
    claim: (number) => this.#from.claims!.claims[number]!,
    'bank-row': (number) => this.#from.claims!.unpairedPayments[number]!,
    account: (number) => {
      const { claims, claimsByAccount } = this.#from.claims!;
      const account = this.#accounts[number]!;
      return { account, claims: claimsByAccount.get(account)!.map((claim) => claims[claim]!) };
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
