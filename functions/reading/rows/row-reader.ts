import type { Cell } from '../../../schemas/values/cell.ts';
import { blank, type FieldReader, read, unreadable } from '../fields/field-reader.ts';
import type { SpanReader } from '../fields/span-reader.ts';
import type { TextRecords } from '../text/text-records.ts';
import { fillBit } from './household-fill.ts';
import { paymentSigns } from './payment-signs.ts';
import { blankReason, cellText, negativeReason, shortReason, unreadableReason } from './reject-reason.ts';
import { type RowSetting, readerOf, spanReaderOf } from './row-setting.ts';
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
  readonly spans: SpanReader;
  readonly readSpan: SpanReader['read'];
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
      const careful = readerOf(planned, setting);
      const spans = spanReaderOf(planned, setting, careful);
      return {
        planned,
        position: planned.position,
        read: careful,
        spans,
        readSpan: spans.read,
        bit: planned.again ? 0 : fillBit(planned.name),
      };
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

  /** The same for a record whose cells stand in a text. */
  readText(records: TextRecords, record: number, at: number, rowNumber: number): void {
    this.#begin();
    const columns = this.#columns;
    const { text, bounds } = records;
    const first = records.firsts[record]!;
    const width = records.firsts[record + 1]! - 1 - first;
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index]!;
      const stands = column.position < width;
      const place = first + column.position;
      const from = stands ? bounds[place]! : 0;
      const to = stands ? bounds[place + 1]! - 1 : 0;
      // The method beside its object: of more than four classes V8 would look it up for every cell.
      const outcome = column.readSpan.call(column.spans, text, from, to, at);
      if (outcome !== read) this.#judge(column, outcome, text.slice(from, to), at, rowNumber);
    }
    if (width <= this.#reach) this.#rejectShort(width);
    if (!this.#signed(at)) this.#rejectNegative(records.cells(record));
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
      // In a sheet that fills households the row is judged when the household is known.
      else if (planned.rejectsBlank && !(this.#waits && bit !== 0)) this.#reject(planned, cell, blankReason);
      return;
    }
    if (planned.again) return;
    noteUndecodable(this.#setting, cell, rowNumber, planned.heading);
    if (outcome !== unreadable) return;
    this.unreadableBits |= bit;
    const reason = unreadableReason(planned.field, cell);
    if (planned.rejectsUnreadable) this.#reject(planned, cell, reason);
    else this.dropped.push({ column: planned, value: cellText(cell), reason });
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
