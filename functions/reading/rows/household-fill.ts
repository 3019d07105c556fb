import { isHead } from '../../../schemas/values/relation.ts';
import { AccountColumn } from '../table/account-column.ts';
import { CodeColumn } from '../table/code-column.ts';
import type { Column } from '../table/column.ts';
import type { TableBuilder } from '../table/table-builder.ts';
import type { TextArena } from '../table/text-arena.ts';
import { IntList } from './int-list.ts';

/** Cells that say which household a row belongs to; a row without any belongs to the one above. */
const identity = ['certificateNumber', 'headName', 'headId', 'township', 'village'] as const;
/** What only such a row takes over: where a row names its household itself, whose it is is for the row to say. */
const naming = ['householdId', 'certificateNumber', 'headName', 'headId'] as const;
/** Cells that hold for a household wherever they stand in it. */
const shared = [
  'monthlyAmount',
  'baseAmount',
  'categoryAmount',
  'area',
  // The system has no other column for 城乡.
  'programme',
  'category',
  'coveredCount',
  'bankName',
  'accountName',
  'account',
] as const;
/** A person's own, but for a row that says nothing of its household. */
const own = ['startDate', 'endDate', 'status'] as const;

const fields: readonly string[] = [...identity, 'householdId', ...shared, ...own];
const maskOf = (names: readonly string[]) => names.reduce((mask, name) => mask | (1 << fields.indexOf(name)), 0);
const identityMask = maskOf(identity);
const bitsOf = (mask: number) => fields.map((_, bit) => bit).filter((bit) => (mask >> bit) & 1);
const ownMask = maskOf(own);
const ownBits = bitsOf(ownMask);
const namingMask = maskOf(naming);
const householdMask = identityMask | namingMask | maskOf(shared);
/** A system export repeats the programme on every row: a member's row with nothing else still says nothing of its household. */
const sayingMask = householdMask & ~maskOf(['programme']);
const idBit = maskOf(['householdId']);
const accountBit = maskOf(['account']);
const allMask = householdMask | ownMask;

/** The bit of a field in the masks of this module; 0 for a field that is never filled. */
export const fillBit = (field: string): number => (fields.includes(field) ? maskOf([field]) : 0);

const none = -1;

/**
 * Fills the blank household cells of a sheet with a relation column. Rows are told of as they are read; what a household
 * has may stand below the row that lacks it, so that cells are filled when the sheet has ended. Where every row has all
 * its cells, as in a system's export, nobody asks which rows are one household.
 */
export class HouseholdFill {
  readonly #start: number;
  readonly #columns: readonly (Column | undefined)[];
  readonly #absent: number;
  readonly #pool: TextArena;
  readonly #idColumn: CodeColumn | undefined;
  readonly #certificates: CodeColumn | undefined;
  readonly #relations: CodeColumn | undefined;
  readonly #account: AccountColumn | undefined;
  /** Which relations, by their codes, are 户主. */
  readonly #heads = new Map<number, boolean>();
  readonly #byId = new Map<number, number>();
  readonly #byCertificate = new Map<number, number>();
  /** Which cells of its household some row lacks; of the others nobody asks who has them first. */
  #lacked = 0;
  // A row's blanks, what few rows have that cannot be read, a row's household, and 1 where it is that of the row above.
  readonly #blanks = new IntList();
  readonly #unreadable = new Map<number, number>();
  readonly #households = new IntList();
  readonly #isBelow = new IntList();
  #sought: readonly number[] = [];
  #soughtMask = 0;
  // A household's number as written, the cells that are sought and it has, the rows that first have them (a place for
  // each that is sought), and its first filled row.
  readonly #ids = new IntList();
  readonly #has = new IntList();
  readonly #first = new IntList();
  readonly #anchors = new IntList();
  readonly #anchorHas = new IntList();
  #previous = none;

  constructor(table: TableBuilder, given: ReadonlySet<string>) {
    this.#start = table.length;
    this.#columns = fields.map((name) => (given.has(name) ? table.column(name) : undefined));
    this.#absent = this.#columns.reduce((mask, column, bit) => (column === undefined ? mask | (1 << bit) : mask), 0);
    const codes = (name: string) => {
      const column = given.has(name) ? table.column(name) : undefined;
      return column instanceof CodeColumn ? column : undefined;
    };
    this.#pool = table.pool;
    this.#idColumn = codes('householdId');
    this.#certificates = codes('certificateNumber');
    this.#relations = codes('relation');
    const account = this.#columns[fields.indexOf('account')];
    this.#account = account instanceof AccountColumn ? account : undefined;
  }

  /** The next row, with the bits of its cells that are blank and of those that cannot be read. */
  add(row: number, blank: number, unreadable: number): void {
    this.#blanks.push(blank | this.#absent);
    if (unreadable !== 0) this.#unreadable.set(row, unreadable);
    this.#lacked |= blank;
  }

  /** Fills what can be filled. Returns the number of cells; `stillBlank` tells what a row lacks all the same. */
  finish(): number {
    if ((this.#lacked & householdMask) === 0) return 0;
    this.#sought = bitsOf(this.#lacked & householdMask & ~this.#absent);
    this.#soughtMask = this.#sought.reduce((mask, bit) => mask | (1 << bit), 0);
    for (let at = 0; at < this.#blanks.length; at += 1) this.#place(this.#start + at, this.#blanks.at(at));
    return this.#fill();
  }

  /** The row's household, with what it has from this row. */
  #place(row: number, blanks: number): void {
    const isBelow = this.#belongsAbove(row, blanks);
    const household = isBelow ? this.#previous : this.#householdOf(row);
    this.#previous = household;
    this.#households.push(household);
    this.#isBelow.push(isBelow ? 1 : 0);
    let readable = ~blanks & ~(this.#unreadable.get(row) ?? 0) & allMask;
    if (this.#account?.codes[row] === 0) readable &= ~accountBit;
    const fresh = readable & this.#soughtMask & ~this.#has.at(household);
    if (fresh !== 0) this.#noteFirst(household, row, fresh);
    if ((blanks & sayingMask) !== sayingMask && this.#anchors.at(household) === none) {
      this.#anchors.set(household, row);
      this.#anchorHas.set(household, readable & ownMask);
    }
  }

  #fill(): number {
    let filled = 0;
    for (let at = 0; at < this.#blanks.length; at += 1) {
      const household = this.#households.at(at);
      const blanks = this.#blanks.at(at);
      const row = this.#start + at;
      const takes = this.#isBelow.at(at) === 1 ? householdMask : householdMask & ~namingMask;
      const fromHousehold = blanks & ~this.#absent & takes & this.#has.at(household);
      const saysNothing = (blanks & sayingMask) === sayingMask;
      const fromAnchor = saysNothing ? blanks & ~this.#absent & this.#anchorHas.at(household) : 0;
      if ((fromHousehold | fromAnchor) === 0) continue;
      for (const [place, bit] of this.#sought.entries()) {
        if (((fromHousehold >> bit) & 1) === 0) continue;
        this.#columns[bit]!.copy(this.#first.at(household * this.#sought.length + place), row);
        filled += 1;
      }
      for (const bit of ownBits) {
        if (((fromAnchor >> bit) & 1) === 0) continue;
        this.#columns[bit]!.copy(this.#anchors.at(household), row);
        filled += 1;
      }
      this.#blanks.set(at, blanks & ~fromHousehold & ~fromAnchor);
    }
    return filled;
  }

  /** After `finish`: the bits of a row's cells that no row of its household could fill. */
  stillBlank(row: number): number {
    return this.#blanks.at(row - this.#start);
  }

  /** A row that names no household, or only the number of the one above, and is none's head. */
  #belongsAbove(row: number, blanks: number): boolean {
    if (this.#previous === none || (blanks & identityMask) !== identityMask) return false;
    const isNumbered = (blanks & idBit) === 0;
    if (isNumbered && this.#idColumn?.codes[row] !== this.#ids.at(this.#previous)) return false;
    return !this.#isHead(this.#relations?.codes[row] ?? 0);
  }

  #householdOf(row: number): number {
    const id = this.#idColumn?.codes[row] ?? 0;
    const certificate = this.#certificates?.codes[row] ?? 0;
    const previous = this.#previous;
    // The households of most rows stand together. A number, once it is a household's, stays that one's.
    if (previous !== none && id !== 0 && certificate === 0 && id === this.#ids.at(previous)) return previous;
    return this.#find(id, certificate);
  }

  #isHead(relation: number): boolean {
    let head = this.#heads.get(relation);
    if (head === undefined) {
      head = isHead(this.#pool.text(relation));
      this.#heads.set(relation, head);
    }
    return head;
  }

  #find(id: number, certificate: number): number {
    let household = id === 0 ? undefined : this.#byId.get(id);
    if (household === undefined && certificate !== 0) {
      const same = this.#byCertificate.get(certificate);
      // Two numbers are two households, whatever their certificate.
      if (same !== undefined && (id === 0 || this.#ids.at(same) === 0)) household = same;
    }
    household ??= this.#begin();
    if (id !== 0) {
      this.#byId.set(id, household);
      this.#ids.set(household, id);
    }
    if (certificate !== 0 && !this.#byCertificate.has(certificate)) this.#byCertificate.set(certificate, household);
    return household;
  }

  #begin(): number {
    this.#ids.push(0);
    this.#has.push(0);
    this.#anchors.push(none);
    this.#anchorHas.push(0);
    this.#first.extend(this.#sought.length);
    return this.#has.length - 1;
  }

  #noteFirst(household: number, row: number, fresh: number): void {
    const from = household * this.#sought.length;
    for (const [place, bit] of this.#sought.entries()) if ((fresh >> bit) & 1) this.#first.set(from + place, row);
    this.#has.set(household, this.#has.at(household) | fresh);
  }
}
