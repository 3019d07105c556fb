import type { MatchBasis, PersonCase, PersonRow, PersonRows } from '../../schemas/case.ts';
import { personBits } from '../../schemas/signs.ts';
import type { DeathRow, DestituteRow, RegistrationRow, RosterRow, SystemRow } from '../../schemas/sources/rows.ts';
import { assistedAs } from './assisted-rows.ts';
import type { PersonSource, PersonTable } from './person-tables.ts';
import { printedRow, rowOfPlace } from './printed-person.ts';
import { noRows, type PersonViews, RowsOfPerson, rowsOfSource } from './rows-of-person.ts';

/** For `rowsOfSource`: every row whose byte is not 0. */
const any = 0xff;

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
    this.#dibao ??= this.#has(personBits.dibao)
      ? this.#rowsOf('dibao-roster', this.#views.facts.roster, assistedAs.rural)
      : noRows;
    return this.#dibao;
  }

  get urban(): readonly RosterRow[] {
    this.#urban ??= this.#has(personBits.urban)
      ? this.#rowsOf('dibao-roster', this.#views.facts.roster, assistedAs.urban)
      : noRows;
    return this.#urban;
  }

  get registered(): readonly RegistrationRow[] {
    this.#registered ??= this.#has(personBits.registered)
      ? this.#rowsOf('poverty-registration', this.#views.facts.registered, any)
      : noRows;
    return this.#registered;
  }

  get system(): readonly SystemRow[] {
    this.#system ??= this.#has(personBits.system) ? this.#rowsOf('assistance-system', this.#views.facts.system, any) : noRows;
    return this.#system;
  }

  get destitute(): readonly (DestituteRow | SystemRow)[] {
    this.#destitute ??= this.#has(personBits.destitute) ? this.#findDestitute() : noRows;
    return this.#destitute;
  }

  #findDestitute(): readonly (DestituteRow | SystemRow)[] {
    const { facts } = this.#views;
    const inRoster = this.#rowsOf('destitute-roster', facts.destituteActive, any);
    const inSystem = this.#rowsOf('assistance-system', facts.system, assistedAs.destitute);
    return inRoster.length === 0 ? inSystem : [...inRoster, ...inSystem];
  }

  get dead(): DeathRow | undefined {
    if (!this.#has(personBits.dead)) return undefined;
    this.#dead ??= this.#rowsOf('death-register', this.#views.facts.dead, any)[0];
    return this.#dead;
  }

  get id(): string {
    const { ids, first } = this.#tableOf(this.#printedRow());
    return ids.text(this.#printedRow() - first);
  }

  get identified(): boolean {
    const { ids, first } = this.#tableOf(this.#printedRow());
    return ids.width[this.#printedRow() - first] === 18;
  }

  get name(): string {
    const { table, names, first } = this.#tableOf(this.#printedRow());
    return table.texts.text(names[this.#printedRow() - first]!);
  }

  get placed(): PersonRow {
    const { table, first } = this.#tableOf(this.#placedRow());
    return table.row(this.#placedRow() - first);
  }

  get township(): string {
    const { table, townships, first } = this.#tableOf(this.#placedRow());
    return townships === undefined ? '' : table.texts.text(townships[this.#placedRow() - first]!);
  }

  get village(): string {
    const { table, villages, first } = this.#tableOf(this.#placedRow());
    return villages === undefined ? '' : table.texts.text(villages[this.#placedRow() - first]!);
  }

  get headName(): string {
    const { table, headNames, first } = this.#tableOf(this.#placedRow());
    return headNames === undefined ? '' : table.texts.text(headNames[this.#placedRow() - first]!);
  }

  get candidates(): readonly number[] {
    return this.#views.cases.candidates(this.number);
  }

  /** Told by the signs, so that no row is made for a set that is empty. */
  #has(sign: number): boolean {
    return (this.#views.signs[this.number]! & sign) !== 0;
  }

  #rowsOf<Source extends PersonSource>(source: Source, bytes: Uint8Array, wanted: number) {
    return rowsOfSource(this.#views, this.number, source, bytes, wanted);
  }

  #tableOf(row: number): PersonTable {
    return this.#views.cases.people.tableOf(row);
  }

  #printedRow(): number {
    this.#printed ??= printedRow(this.#views, this.number);
    return this.#printed;
  }

  #placedRow(): number {
    this.#placed ??= rowOfPlace(this.#views, this.number);
    return this.#placed;
  }
}
