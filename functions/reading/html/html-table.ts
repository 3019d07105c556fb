import type { Cell } from '../../../schemas/values/cell.ts';
import type { MergedRange } from '../raw-sheet.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The rows and columns that a cell spans. */
export interface CellSpan {
  readonly down: number;
  readonly across: number;
}

/** A table of a page while it is open: where its cells come to lie, and which of them span others. */
export class HtmlTable {
  /** Words of the cell that is open. */
  words = '';
  inCell = false;
  readonly #ranges: Mutable<MergedRange>[] = [];
  /** For each column, in how many rows to come, this one included, a cell from above covers it. */
  readonly #covered: number[] = [];
  #cells: Cell[] | undefined;
  #column = 0;
  #span: CellSpan = { down: 1, across: 1 };
  /** Ranges that begin in the row that is open: its number is known at its end. */
  #starting: { readonly left: number; readonly right: number; readonly down: number }[] = [];

  get inRow(): boolean {
    return this.#cells !== undefined;
  }

  get ranges(): number {
    return this.#ranges.length;
  }

  startRow(): void {
    this.#cells = [];
    this.#column = 0;
  }

  startCell(span: CellSpan): void {
    if (this.#cells === undefined) this.startRow();
    this.inCell = true;
    this.words = '';
    this.#span = span;
  }

  /** Gives the cell its place; returns its last column. */
  endCell(): number {
    this.inCell = false;
    while ((this.#covered[this.#column] ?? 0) > 0) this.#column++;
    const { down, across } = this.#span;
    const left = this.#column;
    const right = left + across - 1;
    const words = this.words.trim();
    const cells = this.#cells ?? [];
    if (words !== '') {
      while (cells.length < left) cells.push(undefined);
      cells[left] = words;
    }
    if (down > 1 || across > 1) this.#starting.push({ left, right, down });
    return right;
  }

  /** Takes up the room that the cell just ended spans, up to the column `right`. */
  cover(right: number): void {
    for (let column = this.#column; column <= right; column++) this.#covered[column] = this.#span.down;
    this.#column = right + 1;
  }

  /** The cells of the row, which turns out to be number `row`. */
  endRow(row: number): Cell[] {
    for (const { left, right, down } of this.#starting) this.#ranges.push({ top: row, bottom: row + down - 1, left, right });
    this.#starting = [];
    for (const [column, rows] of this.#covered.entries()) this.#covered[column] = Math.max(0, (rows ?? 0) - 1);
    const cells = this.#cells ?? [];
    this.#cells = undefined;
    return cells;
  }

  /** The merged ranges, none of which reaches below the table: a cell may claim more rows than there are. */
  end(lastRow: number): MergedRange[] {
    for (const range of this.#ranges) range.bottom = Math.min(range.bottom, lastRow);
    return this.#ranges.filter(({ top, bottom, left, right }) => bottom > top || right > left);
  }
}
