import type { Cell } from '../../../schemas/values/cell.ts';
import { blank, type FieldReader, read, unreadable } from '../fields/field-reader.ts';
import type { RawRecord } from '../raw-sheet.ts';
import { fillBit } from './household-fill.ts';
import { kernelColumn } from './kernel-columns.ts';
import { paymentSigns } from './payment-signs.ts';
import { PlainRows } from './plain-rows.ts';
import { blankReason, cellText, negativeReason, shortReason, unreadableReason } from './reject-reason.ts';
import { type RowSetting, readerOf } from './row-setting.ts';
import type { PlannedColumn, SheetPlan } from './sheet-plan.ts';
import { noteUndecodable } from './undecodable-cell.ts';

/** A cell that rejects its row, or whose value is dropped. */
export interface BadCell {
  readonly column: PlannedColumn;
  readonly value: string;
  readonly reason: string;
}

interface ReadColumn {
  readonly planned: PlannedColumn;
  readonly position: number;
  readonly read: FieldReader;
  readonly bit: number;
}

/**
 * Reads one row's cells into the table. What became of the row stands in the reader until the next: rows are many, so
 * nothing is made for a row without fault.
 */
export class RowReader {
  /** The first bad cell from the left that rejects the row. */
  rejectedBy: BadCell | undefined;
  /** Cells whose value was dropped, from the left; empty for nearly every row. */
  readonly dropped: BadCell[] = [];
  /** Bits of blank and unreadable household cells, of `fillBit`. */
  blankBits = 0;
  unreadableBits = 0;
  readonly #columns: readonly ReadColumn[];
  readonly #setting: RowSetting;
  readonly #waits: boolean;
  readonly #reach: number;
  readonly #required: ReadonlySet<number>;
  readonly #signed: (row: number) => boolean;
  readonly #amount: PlannedColumn | undefined;

  constructor(plan: SheetPlan, setting: RowSetting) {
    this.#setting = setting;
    this.#waits = plan.fillsHouseholds;
    this.#reach = setting.isText ? (plan.required.at(-1) ?? -1) : -1;
    this.#required = new Set(plan.required);
    this.#columns = plan.columns.map((planned) => {
      const bit = planned.again ? 0 : fillBit(planned.name);
      return { planned, position: planned.position, read: readerOf(planned, setting), bit };
    });
    this.#amount = plan.columns.find(({ name }) => name === 'amount');
    this.#signed = setting.table.source.id === 'payment-list' ? paymentSigns(setting.table, plan.given) : () => true;
  }

  /** `rowNumber` as the spreadsheet shows it, for what is said of a cell. */
  read(cells: readonly Cell[], at: number, rowNumber: number): void {
    this.#begin();
    const columns = this.#columns;
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index]!;
      const cell = cells[column.position];
      const outcome = column.read(cell, at);
      if (outcome !== read) this.#judge(column, outcome, cell, at, rowNumber);
    }
    if (cells.length <= this.#reach) this.#rejectShort(cells.length);
    if (!this.#signed(at)) this.#rejectNegative(cells);
  }

  /** The rows of a text file below `heading`, read many at once as this reader would read each. */
  plainRows(plan: SheetPlan, heading: readonly RawRecord[], width: number): PlainRows {
    const { table, latestBirth } = this.#setting;
    const settings = this.#columns.map(({ planned, bit }) => {
      const isBlankJudged = planned.forBlank !== undefined || this.#rejectsBlank(planned, bit);
      return kernelColumn(planned, this.#setting, { bit, isBlankJudged });
    });
    const columns = this.#columns.map(({ planned }) => table.column(planned.name));
    const rows = { width, reach: this.#reach, sequenceAt: plan.sequenceAt, latestBirth };
    return new PlainRows(columns, settings, rows, heading, table.pool);
  }

  /** A row that stands in the table at `at` but for its careful cells. `cells` gives all of them. */
  readCareful(plain: PlainRows, row: number, at: number, rowNumber: number, cells: () => readonly Cell[]): void {
    this.#begin();
    this.blankBits = plain.blanks(row);
    for (let cell = plain.takeCareful(row); cell !== undefined; cell = plain.takeCareful(row)) {
      const column = this.#columns[cell.column]!;
      const outcome = column.read(cell.text, at);
      if (outcome === read) plain.learn(cell, at);
      else this.#judge(column, outcome, cell.text, at, rowNumber);
    }
    if (!this.#signed(at)) this.#rejectNegative(cells());
  }

  /** Gives the money of a row without a careful cell its sign. */
  sign(at: number): void {
    this.#signed(at);
  }

  #begin(): void {
    this.rejectedBy = undefined;
    if (this.dropped.length > 0) this.dropped.length = 0;
    this.blankBits = this.unreadableBits = 0;
  }

  #judge({ planned, read: readAgain, bit }: ReadColumn, outcome: number, cell: Cell, at: number, rowNumber: number) {
    if (outcome === blank) {
      this.blankBits |= bit;
      if (planned.forBlank !== undefined) readAgain(planned.forBlank, at);
      else if (this.#rejectsBlank(planned, bit)) this.#reject(planned, cell, blankReason);
      return;
    }
    if (planned.again) return;
    noteUndecodable(this.#setting, cell, rowNumber, planned.heading);
    if (outcome !== unreadable) return;
    this.unreadableBits |= bit;
    const reason = unreadableReason(planned.field, cell, planned.unit);
    if (planned.rejectsUnreadable) this.#reject(planned, cell, reason);
    else this.dropped.push({ column: planned, value: cellText(cell), reason });
  }

  /** In a sheet that fills households the row is judged when the household is known. */
  #rejectsBlank({ rejectsBlank }: PlannedColumn, bit: number): boolean {
    return rejectsBlank && !(this.#waits && bit !== 0);
  }

  #reject(column: PlannedColumn, cell: Cell, reason: string): void {
    if (this.rejectedBy !== undefined && this.rejectedBy.column.position <= column.position) return;
    this.rejectedBy = { column, value: cellText(cell), reason };
  }

  #rejectShort(length: number): void {
    const beyond = this.#columns.find(
      ({ position, planned }) => position >= length && !planned.again && this.#required.has(position),
    );
    if (beyond === undefined) return;
    if (this.rejectedBy !== undefined && this.rejectedBy.column.position < beyond.position) return;
    this.rejectedBy = { column: beyond.planned, value: '', reason: shortReason(length) };
  }

  #rejectNegative(cells: readonly Cell[]): void {
    // Where the kind itself cannot be read nobody knows whether the sign is wrong.
    if (this.#amount === undefined || this.rejectedBy?.column.name === 'kind') return;
    this.#reject(this.#amount, cells[this.#amount.position], negativeReason);
  }
}
