import type { Cases, PersonCase } from '../../schemas/case.ts';
import type { SubjectKind } from '../../schemas/finding.ts';
import type { RejectedRow } from '../../schemas/reject.ts';
import type { AnyRow } from '../../schemas/sources/rows.ts';
import { normaliseKey } from '../../schemas/values/text.ts';
import { rowId, rowsOfPerson } from './row-person.ts';
import type { Subjects } from './rule.ts';

type Numbered = AnyRow & { readonly householdId?: string; readonly certificateNumber?: string };

/** Knows which subjects stand in a rejected row too, so that no finding about them hides that the row was left out. */
export class RejectedSubjects {
  readonly #ids: ReadonlySet<string>;
  readonly #households: ReadonlySet<string>;
  readonly #registrationHouseholds: ReadonlySet<string>;
  /** Heads' ids in those rejected rows that name their household by nothing else. */
  readonly #heads: ReadonlySet<string>;
  readonly #cases: Cases;

  constructor(rejected: readonly RejectedRow[], cases: Cases) {
    // The poverty bureau numbers its households itself: its numbers say nothing of a dibao household.
    const keys = (ofRegistration: boolean) =>
      new Set(
        rejected
          .filter(({ address }) => (address.source === 'poverty-registration') === ofRegistration)
          .flatMap(({ householdKeys }) => householdKeys),
      );
    this.#ids = new Set(rejected.flatMap(({ ids }) => ids));
    this.#heads = new Set(rejected.flatMap(({ headOfHousehold: head }) => (head === '' ? [] : [head])));
    this.#households = keys(false);
    this.#registrationHouseholds = keys(true);
    this.#cases = cases;
  }

  /** No rejected row says whose it is. */
  get none(): boolean {
    // `#heads` need not be asked: a head's id is among the ids too.
    return this.#ids.size + this.#households.size + this.#registrationHouseholds.size === 0;
  }

  has<Kind extends SubjectKind>(kind: Kind, subject: Subjects[Kind]): boolean {
    return this.#rowsOf(kind, subject).some((row) => this.#hasRow(row));
  }

  #hasRow(row: Numbered): boolean {
    const id = this.#ids.size === 0 ? '' : (rowId(row)?.normalised ?? '');
    if (id !== '' && this.#ids.has(id)) return true;
    if (this.#heads.size > 0 && this.#heads.has(this.#headOf(row))) return true;
    const households = row.source === 'poverty-registration' ? this.#registrationHouseholds : this.#households;
    return households.size > 0 && this.#numbersOf(row).some((key) => key && households.has(normaliseKey(key)));
  }

  #headOf(row: Numbered): string {
    const household = this.#cases.householdOf(row);
    return household < 0 ? '' : this.#cases.household(household).headId;
  }

  /**
   * The numbers that name a row's household. A row without 户编号 takes that of its household, which another source may have
   * given.
   */
  #numbersOf(row: Numbered): readonly (string | undefined)[] {
    const household = row.householdId ? -1 : this.#cases.householdOf(row);
    return [row.householdId, row.certificateNumber, household < 0 ? undefined : this.#cases.household(household).householdId];
  }

  /** Rows whose id or household is the subject's. */
  #rowsOf(kind: SubjectKind, subject: Subjects[SubjectKind]): readonly AnyRow[] {
    if (kind === 'person' || kind === 'group') return rowsOfPerson(subject as PersonCase);
    if (kind === 'registration-household') return (subject as Subjects['registration-household']).rows;
    if (kind === 'household') return this.#householdRows((subject as Subjects['household']).number);
    if (kind === 'claim') return this.#householdRows((subject as Subjects['claim']).household);
    if (kind === 'account') {
      return (subject as Subjects['account']).claims.flatMap(({ household }) => this.#householdRows(household));
    }
    if (kind === 'bank-row') return [subject as Subjects['bank-row']];
    return kind === 'row' ? [(subject as Subjects['row']).row] : [];
  }

  #householdRows(number: number): readonly AnyRow[] {
    const { roster, system, list } = this.#cases.household(number);
    return [...roster, ...system, ...list];
  }
}
