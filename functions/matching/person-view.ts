import type { MatchBasis, PersonCase, PersonRows } from '../../schemas/case.ts';
import { personBits } from '../../schemas/signs.ts';
import type { DeathRow, DestituteRow, RegistrationRow, RosterRow, SystemRow } from '../../schemas/sources/rows.ts';
import { assistedAs } from './assisted-rows.ts';
import type { PersonCases } from './person-cases.ts';
import { type PersonSource, personSources } from './person-tables.ts';
import { printedRow, rowOfPlace } from './printed-person.ts';
import { noRows, type PersonViews, RowsOfPerson, rowsOfSource } from './rows-of-person.ts';

const isRural = (byte: number) => byte === assistedAs.rural;
const isUrban = (byte: number) => byte === assistedAs.urban;
const isDestitute = (byte: number) => byte === assistedAs.destitute;

/** A case as rules see it. Every set is made once, when it is asked for: most rules look at two of them. */
export class PersonView implements PersonCase {
  readonly number: number;
  readonly #views: PersonViews;
  #rows: PersonRows | undefined;
  #dibao: readonly RosterRow[] | undefined;
  #urban: readonly RosterRow[] | undefined;
  #registered: readonly RegistrationRow[] | undefined;
  #system: readonly SystemRow[] | undefined;
  #destitute: readonly (DestituteRow | SystemRow)[] | undefined;
  #dead: DeathRow | undefined;
  #printed: number | undefined;
  #placed: number | undefined;

  constructor(views: PersonViews, number: number) {
    this.#views = views;
    this.number = number;
  }

  get basis(): MatchBasis {
    return this.#views.cases.basis(this.number);
  }

  get rows(): PersonRows {
    this.#rows ??= new RowsOfPerson(this.#views, this.number);
    return this.#rows;
  }

  get dibao(): readonly RosterRow[] {
    this.#dibao ??= this.#has(personBits.dibao) ? this.#rowsOf('dibao-roster', this.#views.facts.roster, isRural) : noRows;
    return this.#dibao;
  }

  get urban(): readonly RosterRow[] {
    this.#urban ??= this.#has(personBits.urban) ? this.#rowsOf('dibao-roster', this.#views.facts.roster, isUrban) : noRows;
    return this.#urban;
  }

  get registered(): readonly RegistrationRow[] {
    this.#registered ??= this.#has(personBits.registered)
      ? this.#rowsOf('poverty-registration', this.#views.facts.registered)
      : noRows;
    return this.#registered;
  }

  get system(): readonly SystemRow[] {
    this.#system ??= this.#has(personBits.system) ? this.#rowsOf('assistance-system', this.#views.facts.system) : noRows;
    return this.#system;
  }

  get destitute(): readonly (DestituteRow | SystemRow)[] {
    this.#destitute ??= this.#has(personBits.destitute) ? this.#findDestitute() : noRows;
    return this.#destitute;
  }

  #findDestitute(): readonly (DestituteRow | SystemRow)[] {
    const { facts } = this.#views;
    const inRoster = this.#rowsOf('destitute-roster', facts.destituteActive);
    const inSystem = this.#rowsOf('assistance-system', facts.system, isDestitute);
    return inRoster.length === 0 ? inSystem : [...inRoster, ...inSystem];
  }

  get dead(): DeathRow | undefined {
    if (!this.#has(personBits.dead)) return undefined;
    this.#dead ??= this.#rowsOf('death-register', this.#views.facts.dead)[0];
    return this.#dead;
  }

  get id(): string {
    return this.#tableText((table, row) => table.ids.text(row));
  }

  get name(): string {
    return this.#tableText((table, row) => this.#text(table.source, table.names[row]!));
  }

  get township(): string {
    return this.#placeText('township');
  }

  get village(): string {
    return this.#placeText('village');
  }

  get headName(): string {
    return this.#placeText('headName');
  }

  get candidates(): readonly number[] {
    return this.#views.cases.candidates(this.number);
  }

  /** Told by the signs, so that no row is made for a set that is empty. */
  #has(sign: number): boolean {
    return (this.#views.signs[this.number]! & sign) !== 0;
  }

  #rowsOf<Source extends PersonSource>(source: Source, bytes: Uint8Array, passes?: (byte: number) => boolean) {
    return rowsOfSource(this.#views, this.number, source, bytes, passes);
  }

  #text(source: PersonSource, code: number): string {
    return this.#views.tables[source]!.texts.text(code);
  }

  #tableText(read: (table: ReturnType<PersonCases['people']['tableOf']>, row: number) => string): string {
    this.#printed ??= printedRow(this.#views, this.number);
    const table = this.#views.cases.people.tableOf(this.#printed);
    return read(table, this.#printed - table.first);
  }

  #placeText(field: 'township' | 'village' | 'headName'): string {
    this.#placed ??= rowOfPlace(this.#views, this.number);
    const { source, order, first, townships } = this.#views.cases.people.tableOf(this.#placed);
    const saysIt = field === 'headName' ? personSources[order]!.headed : townships !== undefined;
    return saysIt ? this.#text(source, this.#views.tables[source]!.codes(field)[this.#placed - first]!) : '';
  }
}
