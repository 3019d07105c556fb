import type { TextSink } from '../text-sink.ts';

import { cellXml, rowXml } from './cells.ts';
import { type ListValidation, type SheetFrame, WaitingRows } from './sheet-part.ts';
import { RowEncoder, type TableColumn } from './table-row.ts';
import { columnLetters, linesOf } from './text-width.ts';
import type { OpenSheet, Workbook } from './workbook.ts';

export interface TableLayout<Row> {
  /** The tab's name, and the line on top of the sheet. */
  readonly title: string;
  /** Appended to the tab's name, e.g. to tell apart two sheets of one rule. */
  readonly suffix?: string;
  readonly note: string;
  /** Order among the tabs. */
  readonly place: number;
  readonly columns: readonly TableColumn<Row>[];
  /** Columns that stay in sight when one scrolls to the right. */
  readonly frozenColumns?: number;
}

/** What is known of a table before its first row is written. */
export interface TableTotals {
  readonly rows: number;
  /** Fen, of each summed column. */
  readonly sums: readonly number[];
}

/** Rows that a sheet has in Excel, WPS and LibreOffice. */
const rowsOfSheet = 1_048_576;

interface TableOptions {
  readonly waits?: boolean;
  readonly lastRow?: number;
  readonly totals?: TableTotals;
}

/**
 * A table that is written row by row and goes on in a further sheet when one is full. Rows stream through, save where sums
 * stand above them that nobody knows: such a sheet's rows wait, encoded, until they are known.
 */
export class TableSheet<Row> {
  readonly #workbook: Workbook;
  readonly #layout: TableLayout<Row>;
  #encoder: RowEncoder<Row> | undefined;
  readonly #summed: readonly number[];
  readonly #lastRow: number;
  readonly #headingRow: number;
  readonly #waits: boolean;
  /** Of a table that is one sheet. */
  readonly #totals: TableTotals | undefined;
  #sums: number[];
  #name = '';
  #sheets = 0;
  #row = 0;
  #open: OpenSheet | undefined;
  #waiting: WaitingRows | undefined;
  /** Rows written, over all its sheets. */
  count = 0;
  /** Name of its first sheet; '' without any. */
  firstSheet = '';

  constructor(workbook: Workbook, layout: TableLayout<Row>, options: TableOptions = {}) {
    this.#workbook = workbook;
    this.#layout = layout;
    this.#summed = layout.columns.flatMap(({ summed }, at) => (summed ? [at] : []));
    this.#sums = this.#summed.map(() => 0);
    this.#headingRow = this.#summed.length > 0 ? 4 : 3;
    this.#lastRow = options.lastRow ?? rowsOfSheet;
    const { totals, waits = false } = options;
    this.#totals = totals !== undefined && this.#headingRow + totals.rows <= this.#lastRow ? totals : undefined;
    this.#waits = waits || (this.#summed.length > 0 && this.#totals === undefined);
  }

  add(row: Row): void | Promise<void> {
    if (this.#name === '' || this.#row >= this.#lastRow) return this.#addToNewSheet(row);
    return this.#addHere(row);
  }

  async #addToNewSheet(row: Row): Promise<void> {
    await this.#closeSheet();
    this.#startSheet();
    if (this.#waits) this.#waiting = new WaitingRows();
    else await this.#openSheet();
    await this.#addHere(row);
  }

  #startSheet(): void {
    const continued = this.#sheets === 0 ? '' : `（续${this.#sheets}）`;
    this.#name = this.#workbook.uniqueName(this.#layout.title, (this.#layout.suffix ?? '') + continued);
    this.firstSheet ||= this.#name;
    this.#sheets++;
    this.#row = this.#headingRow;
  }

  #addHere(row: Row): void | Promise<void> {
    const number = ++this.#row;
    this.count++;
    if (this.#summed.length > 0) this.#sum(row);
    this.#encoder ??= new RowEncoder(this.#layout.columns);
    if (this.#encoder.add(row, number, number - this.#headingRow)) return this.#handOn(this.#encoder);
  }

  #handOn(encoder: RowEncoder<Row>): void | Promise<void> {
    const rows = this.#waiting ?? this.#open?.rows;
    return rows?.addBytes(encoder.take());
  }

  #sum(row: Row): void {
    for (const [sum, at] of this.#summed.entries()) {
      const value = this.#layout.columns[at]?.value(row, 0);
      // Summed in fen, since a sum of fractions would not be the sum that Excel shows to the fen.
      if (typeof value === 'number') this.#sums[sum] = (this.#sums[sum] ?? 0) + Math.round(value * 100);
    }
  }

  async #openSheet(): Promise<OpenSheet> {
    const sheet = await this.#workbook.openSheet(this.#name, this.#layout.place, this.#frame());
    this.#open = sheet;
    await this.#writeHead(sheet.rows);
    return sheet;
  }

  async #writeHead(rows: TextSink): Promise<void> {
    const { title, suffix = '', note, columns } = this.#layout;
    await rows.add(`<row r="1" ht="30" customHeight="1">${cellXml('A1', 'title', title + suffix)}</row>`);
    const room = columns.reduce((width, column) => width + column.width, 0);
    await rows.add(rowXml(2, cellXml('A2', 'note', note), linesOf(note, room)));
    if (this.#summed.length > 0) await rows.add(rowXml(3, this.#sumCells()));
    const headings = columns.map(({ heading }, at) => cellXml(columnLetters(at) + this.#headingRow, 'heading', heading));
    const lines = Math.max(...columns.map(({ heading, width }) => linesOf(heading, width)));
    await rows.add(rowXml(this.#headingRow, headings.join(''), Math.max(2, lines)));
  }

  #sumCells(): string {
    const { rows, sums } = this.#totals ?? { rows: this.#row - this.#headingRow, sums: this.#sums };
    const first = this.#headingRow + 1;
    return this.#layout.columns
      .map((_, at) => {
        const sum = this.#summed.indexOf(at);
        const letters = columnLetters(at);
        if (sum < 0) return cellXml(`${letters}3`, 'totalText', at === 0 ? '合计（随筛选变化）' : undefined);
        const formula = `SUBTOTAL(9,${letters}${first}:${letters}${Math.max(this.#headingRow + rows, first)})`;
        return cellXml(`${letters}3`, 'totalAmount', { formula, value: (sums[sum] ?? 0) / 100 });
      })
      .join('');
  }

  #frame(): SheetFrame {
    const { columns, frozenColumns } = this.#layout;
    const last = columnLetters(columns.length - 1);
    const first = this.#headingRow + 1;
    const beforeSums = this.#summed[0] ?? 0;
    const validations = columns.flatMap(({ choices }, at): ListValidation[] =>
      choices === undefined || this.#row < first
        ? []
        : [{ range: `${columnLetters(at)}${first}:${columnLetters(at)}${this.#row}`, choices }],
    );
    return {
      widths: columns.map(({ width }) => width),
      frozenRows: this.#headingRow,
      ...(frozenColumns === undefined ? {} : { frozenColumns }),
      repeatedRows: [this.#headingRow, this.#headingRow],
      filter: `A${this.#headingRow}:${last}${this.#row}`,
      merges: [`A1:${last}1`, `A2:${last}2`, ...(beforeSums > 1 ? [`A3:${columnLetters(beforeSums - 1)}3`] : [])],
      validations,
      ...(this.#row < first ? {} : { digitsAsText: `A${first}:${last}${this.#row}` }),
    };
  }

  async #closeSheet(): Promise<void> {
    if (this.#name === '') return;
    if (this.#encoder !== undefined) await this.#handOn(this.#encoder);
    const waiting = this.#waiting;
    const sheet = this.#open ?? (await this.#openSheet());
    if (waiting !== undefined) {
      await sheet.rows.flush();
      await waiting.writeTo(sheet.rows.target);
    }
    this.#checkTotals();
    await sheet.close(this.#frame());
    this.#open = undefined;
    this.#waiting = undefined;
    this.#sums = this.#summed.map(() => 0);
    this.#name = '';
  }

  /** What was written above the rows has to be what they come to. */
  #checkTotals(): void {
    if (this.#totals === undefined) return;
    const { rows, sums } = this.#totals;
    const agree = this.count === rows && this.#sums.every((sum, at) => sum === sums[at]);
    if (!agree) throw new Error(`${this.#name}: the rows do not come to what stands above them`);
  }

  /** Ends the last sheet; a table without a row is no sheet at all unless `evenEmpty`. */
  async finish(evenEmpty = false): Promise<void> {
    if (this.#sheets === 0 && evenEmpty) this.#startSheet();
    await this.#closeSheet();
    this.#encoder?.close();
    this.#encoder = undefined;
  }
}
