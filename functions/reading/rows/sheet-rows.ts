import type { Reject } from '../../../schemas/reject.ts';
import type { Address } from '../../../schemas/sources/source.ts';
import type { Cell } from '../../../schemas/values/cell.ts';
import type { RawRecord } from '../raw-sheet.ts';
import type { TableBuilder } from '../table/table-builder.ts';
import type { TextRecords } from '../text/text-records.ts';
import { completeRows } from './complete-rows.ts';
import type { ControlSums } from './control-sums.ts';
import { fillBit, HouseholdFill } from './household-fill.ts';
import { LikeColumns } from './like-columns.ts';
import type { PlainRows } from './plain-rows.ts';
import { blankReason } from './reject-reason.ts';
import { rejectedRow } from './rejected-row.ts';
import { type BadCell, RowReader } from './row-reader.ts';
import { type RowSetting, readerOf } from './row-setting.ts';
import type { PlannedColumn, SheetPlan } from './sheet-plan.ts';
import { WideMembers } from './wide-members.ts';

/** What is known of a row whose fate is not: its sheet still fills households. */
interface Waiting {
  readonly rejectedBy: BadCell | undefined;
  readonly dropped: readonly BadCell[];
  readonly differing: number;
}

/**
 * The data rows of one sheet, into the table. Where households are filled a row is judged when the sheet has ended,
 * since what it lacks may stand below it; else at once.
 */
export class SheetRows {
  readonly #plan: SheetPlan;
  readonly #setting: RowSetting;
  readonly #table: TableBuilder;
  readonly #sums: ControlSums;
  readonly #reader: RowReader;
  readonly #wide: WideMembers | undefined;
  /** None where cells are looked at together. */
  readonly #plain: PlainRows | undefined;
  readonly #fill: HouseholdFill | undefined;
  readonly #like: LikeColumns;
  readonly #start: number;
  readonly #waiting = new Map<number, Waiting>();
  readonly #fillable: readonly PlannedColumn[];

  /** `width`: beyond so many columns a row is remarked on. */
  constructor(plan: SheetPlan, setting: RowSetting, sums: ControlSums, heading: readonly RawRecord[], width: number) {
    this.#plan = plan;
    this.#setting = setting;
    this.#sums = sums;
    this.#table = setting.table;
    this.#start = this.#table.length;
    this.#reader = new RowReader(plan, setting);
    this.#wide = plan.members.length > 0 ? new WideMembers(plan, setting) : undefined;
    this.#like = new LikeColumns(plan, setting);
    const isApart = setting.isText && this.#wide === undefined && !this.#like.any;
    this.#plain = isApart ? this.#reader.plainRows(plan, heading, width) : undefined;
    this.#fill = plan.fillsHouseholds ? new HouseholdFill(this.#table, new Set(plan.columns.map(({ name }) => name))) : undefined;
    this.#fillable = plan.columns.filter(({ name, rejectsBlank }) => rejectsBlank && fillBit(name) !== 0);
    this.#table.addresses.begin(this.#start, setting.file, setting.sheet);
  }

  /** Room for the rows that so many records can become, with which `share` of the file is read. */
  reserve(records: number, share: number): void {
    this.#table.reserve(records * (1 + this.#plan.members.length) + 1, share);
  }

  read(cells: readonly Cell[], rowNumber: number): void {
    const at = this.#table.length;
    this.#reader.read(cells, at, rowNumber);
    const further = this.#wide?.read(cells, at, rowNumber) ?? 0;
    const rejectedBy = leftmost(this.#reader.rejectedBy, this.#wide?.rejectedBy);
    const differing = this.#like.any ? this.#like.differing(cells) : 0;
    this.#settle(at, 1 + further, rowNumber, rejectedBy, differing);
  }

  /**
   * Reads records of a text from `record` on, as many as are rows of data and nothing else, up to the first that has to be
   * looked at as a whole. Gives their number.
   */
  readPlain(records: TextRecords, record: number): number {
    const plain = this.#plain;
    if (plain === undefined) return 0;
    const start = this.#table.length;
    const rows = plain.read(records, record, start);
    let rejected = 0;
    for (let row = 0; row < rows; ) {
      const at = start + row - rejected;
      const careful = plain.nextCareful(rows);
      const further = careful === row ? 1 : careful - row;
      if (rejected > 0) plain.move(start + row, at, further);
      const rowNumber = records.row + record + row;
      if (careful !== row) this.#settlePlain(plain, row, at, further, rowNumber);
      else if (!this.#settleCareful(plain, row, at, rowNumber, () => records.cells(rowNumber - records.row))) rejected += 1;
      row += further;
    }
    return rows;
  }

  /** So many rows that no cell has to be looked at of. */
  #settlePlain(plain: PlainRows, row: number, at: number, rows: number, rowNumber: number): void {
    const { log } = this.#setting;
    const { addresses } = this.#table;
    log.rows.read += rows;
    for (let more = 0; more < rows; more += 1) {
      this.#reader.sign(at + more);
      addresses.rows[at + more] = rowNumber + more;
      this.#fill?.add(at + more, plain.blanks(row + more), 0);
    }
    this.#sums.addRows(at, rows);
    this.#table.length = at + rows;
    if (this.#fill === undefined) log.rows.accepted += rows;
  }

  /** False where the row is rejected at once. */
  #settleCareful(plain: PlainRows, row: number, at: number, rowNumber: number, cells: () => readonly Cell[]): boolean {
    this.#reader.readCareful(plain, row, at, rowNumber, cells);
    this.#settle(at, 1, rowNumber, this.#reader.rejectedBy, 0);
    return this.#table.length > at;
  }

  #settle(at: number, rows: number, rowNumber: number, rejectedBy: BadCell | undefined, differing: number): void {
    this.#setting.log.rows.read += 1;
    this.#sums.addRow(at, rejectedBy !== undefined);
    if (this.#fill !== undefined) {
      this.#fill.add(at, this.#reader.blankBits, this.#reader.unreadableBits);
      this.#keep(at, 1, rowNumber);
      this.#wait(at, differing, rejectedBy);
    } else if (rejectedBy === undefined) {
      this.#keep(at, rows, rowNumber);
      this.#accept(this.#reader.dropped, differing, rowNumber);
    } else {
      this.#reject(at, rows, rowNumber, rejectedBy);
    }
  }

  /** Call when the sheet has ended. */
  finish(): void {
    if (this.#fill !== undefined) this.#judgeWaiting(this.#fill);
    const table = this.#table;
    for (const [name, value] of this.#plan.constants) this.#writeConstant(name, value);
    const { categoryIncluded } = this.#setting;
    completeRows(table, { start: this.#start, end: table.length }, this.#plan.given, categoryIncluded);
    this.#setting.log.remarks.push(...this.#like.remarks());
  }

  #keep(at: number, rows: number, rowNumber: number): void {
    for (let row = at; row < at + rows; row += 1) this.#table.addresses.rows[row] = rowNumber;
    this.#table.length = at + rows;
  }

  #wait(at: number, differing: number, rejectedBy: BadCell | undefined): void {
    if (rejectedBy === undefined && differing === 0 && this.#reader.dropped.length === 0) return;
    this.#waiting.set(at, { rejectedBy, differing, dropped: [...this.#reader.dropped] });
  }

  #judgeWaiting(fill: HouseholdFill): void {
    const { log } = this.#setting;
    const filled = fill.finish();
    if (filled > 0) log.repairs.addOther('filled-from-household', filled);
    const required = this.#fillable.reduce((mask, { name }) => mask | fillBit(name), 0);
    const rejected = new Set<number>();
    for (let row = this.#start; row < this.#table.length; row += 1) {
      const lacking = fill.stillBlank(row) & required;
      const waiting = this.#waiting.get(row);
      const rowNumber = this.#table.addresses.rows[row]!;
      if (lacking === 0 && waiting?.rejectedBy === undefined) {
        this.#accept(waiting?.dropped ?? [], waiting?.differing ?? 0, rowNumber);
        continue;
      }
      const column = this.#fillable.find(({ name }) => (lacking & fillBit(name)) !== 0);
      const blank = column && { column, value: '', reason: blankReason };
      this.#reject(row, 1, rowNumber, leftmost(blank, waiting?.rejectedBy)!);
      rejected.add(row);
    }
    if (rejected.size > 0) this.#table.drop(this.#start, (row) => rejected.has(row));
  }

  #accept(dropped: readonly BadCell[], differing: number, rowNumber: number): void {
    const { log } = this.#setting;
    log.rows.accepted += 1;
    for (const { column, value, reason } of dropped) {
      const reject: Reject = { kind: 'value', address: this.#address(rowNumber), column: column.heading, value, reason };
      log.rejects.push(reject);
    }
    if (differing !== 0) this.#like.count(differing, rowNumber);
  }

  #reject(at: number, rows: number, rowNumber: number, bad: BadCell): void {
    const { log } = this.#setting;
    log.rows.rejected += 1;
    const row = rejectedRow(this.#table, this.#plan.given, [at, at + rows], this.#address(rowNumber), bad);
    log.rejects.push(row);
    log.rejectedRows.push(row);
  }

  #address(row: number): Address {
    return { source: this.#table.source.id, file: this.#setting.file, sheet: this.#setting.sheet, row };
  }

  #writeConstant(name: string, value: string): void {
    const { table } = this.#setting;
    if (table.length === this.#start) return;
    const column = table.column(name);
    const field = table.source.fields[name]!;
    const planned = { name, field, position: 0, heading: field.heading, unit: '元' as const, again: true };
    const read = readerOf({ ...planned, rejectsBlank: false, rejectsUnreadable: false, forBlank: undefined }, this.#setting);
    read(value, this.#start);
    for (let row = this.#start + 1; row < table.length; row += 1) column.copy(this.#start, row);
  }
}

function leftmost(one: BadCell | undefined, other: BadCell | undefined): BadCell | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.column.position < one.column.position ? other : one;
}
