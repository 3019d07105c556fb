import type { HouseholdCase } from '../../schemas/case.ts';
import type { SourceTables, TextPool } from '../../schemas/source-table.ts';
import type { ListRow, RosterRow, SystemRow } from '../../schemas/sources/rows.ts';
import { activeOn } from '../../schemas/values/active.ts';
import { namesAgree } from '../../schemas/values/person-name.ts';
import { isHead } from '../../schemas/values/relation.ts';
import { standsInBook } from './assisted-rows.ts';
import type { HouseholdSource, HouseholdSpan } from './household-tables.ts';
import type { PersonFacts } from './person-facts.ts';
import type { RowGroups } from './row-groups.ts';
import { noRows } from './rows-of-person.ts';

/** What the household views of one run share. */
export interface HouseholdViews {
  readonly tables: SourceTables;
  readonly texts: TextPool;
  readonly spans: readonly HouseholdSpan[];
  readonly rows: RowGroups;
  readonly facts: PersonFacts;
  /** The printed id of the person of a row. */
  readonly idOfPerson: (row: RosterRow | SystemRow | ListRow) => string;
  /** The printed id of the person with this id of 18 characters; '' where no person row has it. */
  readonly idOfHead: (source: HouseholdSource, index: number) => string;
}

type Row = RosterRow | SystemRow | ListRow;

/** The rows by which a household stands in a book. Mostly that is all of them, and then nothing is copied. */
function standingRows<Row extends { readonly index: number }>(rows: readonly Row[], assisted: Uint8Array): readonly Row[] {
  const stands = ({ index }: Row) => standsInBook(assisted[index]!);
  return rows.every(stands) ? rows : rows.filter(stands);
}

/** A household as rules see it; rows are made when they are asked for. */
export class HouseholdView implements HouseholdCase {
  readonly number: number;
  readonly #views: HouseholdViews;
  #roster: readonly RosterRow[] | undefined;
  #system: readonly SystemRow[] | undefined;
  #list: readonly ListRow[] | undefined;
  #inRoster: readonly RosterRow[] | undefined;
  #inSystem: readonly SystemRow[] | undefined;
  #placed: Row | undefined;
  #headId: string | undefined;

  constructor(views: HouseholdViews, number: number) {
    this.#views = views;
    this.number = number;
  }

  get roster(): readonly RosterRow[] {
    this.#roster ??= this.#make('dibao-roster') as readonly RosterRow[];
    return this.#roster;
  }

  get system(): readonly SystemRow[] {
    this.#system ??= this.#make('assistance-system') as readonly SystemRow[];
    return this.#system;
  }

  get list(): readonly ListRow[] {
    this.#list ??= this.#make('payment-list') as readonly ListRow[];
    return this.#list;
  }

  get inRoster(): readonly RosterRow[] {
    this.#inRoster ??= standingRows(this.roster, this.#views.facts.roster);
    return this.#inRoster;
  }

  get inSystem(): readonly SystemRow[] {
    this.#inSystem ??= standingRows(this.system, this.#views.facts.system);
    return this.#inSystem;
  }

  get householdId(): string {
    const number = this.#firstNumber();
    if (number !== 0) return this.#views.texts.text(number);
    return this.#first(({ certificateNumber }) => certificateNumber !== '')?.certificateNumber ?? this.headId;
  }

  /** The pool code of the first 户编号 of its rows, 0 for none. Nearly every first row has one: no row need be made for it. */
  #firstNumber(): number {
    const { spans, rows } = this.#views;
    const end = rows.start(this.number + 1);
    for (let at = rows.start(this.number); at < end; at += 1) {
      const row = rows.at(at);
      const { numbers, first } = spans.find((span) => row < span.first + span.length)!;
      if (numbers[row - first] !== 0) return numbers[row - first]!;
    }
    return 0;
  }

  get headName(): string {
    return this.#place().headName;
  }

  get township(): string {
    return this.#place().township;
  }

  get village(): string {
    return this.#place().village;
  }

  get headId(): string {
    this.#headId ??= this.#findHeadId();
    return this.#headId;
  }

  /**
   * The id that rows give the head whose name is printed, else that of the 户主 row, else of the person named as the head
   * is, else any head's. A household that has changed its head has rows of both; a name is never printed with the other's id.
   */
  #findHeadId(): string {
    const { headName } = this.#place();
    const isNamed = (row: Row) => namesAgree(row.headName, headName);
    return this.#statedId(isNamed) || this.#idOfHeadPerson(headName) || this.#idOfAnyHead(isNamed);
  }

  #idOfHeadPerson(headName: string): string {
    const persons = [...this.roster, ...this.system].filter(({ name }) => namesAgree(name, headName));
    const head = persons.find(({ relation }) => isHead(relation)) ?? persons[0];
    return head === undefined ? '' : this.#views.idOfPerson(head);
  }

  #idOfAnyHead(isNamed: (row: Row) => boolean): string {
    return this.#statedId((row) => !isNamed(row)) || (this.#first(({ headId }) => headId.text !== '')?.headId.text ?? '');
  }

  /** The head's id as given by the first row that is meant and has one of 18 characters; '' for none. */
  #statedId(isMeant: (row: Row) => boolean): string {
    const row = this.#first((each) => isMeant(each) && each.headId.normalised !== '');
    return row === undefined ? '' : this.#views.idOfHead(row.source as HouseholdSource, row.index) || row.headId.text;
  }

  /** The row whose place and head name stand for the household: the first active one of its first source. */
  #place(): Row {
    if (this.#placed === undefined) {
      const people = this.roster.length > 0 ? this.roster : this.system;
      this.#placed = people.find((row) => activeOn(row, this.#views.facts.asOf)) ?? people[0] ?? this.list[0]!;
    }
    return this.#placed;
  }

  /** Of all its rows, source by source: nearly always the roster has it, and the others' rows need not be made. */
  #first(isMeant: (row: Row) => boolean): Row | undefined {
    return this.roster.find(isMeant) ?? this.system.find(isMeant) ?? this.list.find(isMeant);
  }

  #make(source: HouseholdSource): readonly Row[] {
    const { spans, tables, rows } = this.#views;
    const span = spans.find((each) => each.source === source);
    if (span === undefined) return noRows;
    const made: Row[] = [];
    const end = rows.start(this.number + 1);
    for (let at = rows.start(this.number); at < end; at += 1) {
      const index = rows.at(at) - span.first;
      if (index >= span.length) break;
      if (index >= 0) made.push(tables[source]!.row(index));
    }
    return made;
  }
}
