import { type CellValue, cellXml, pointsOf, rowXml } from './cells.ts';
import { pageBreaks, type RowBlock } from './page-breaks.ts';
import { roomOfPage } from './sheet-part.ts';
import { roomFor, type StyleName } from './styles.ts';
import { columnLetters, linesOf } from './text-width.ts';

/** A value over one grid column or several. */
export interface GridCell {
  readonly value: CellValue;
  readonly style: StyleName;
  /** Grid columns; 1 unless given. */
  readonly span?: number;
  /** A place in this workbook that a click leads to. */
  readonly link?: string;
}

export interface GridColumn {
  readonly heading: string;
  readonly style: StyleName;
  /** 1 unless given. */
  readonly span?: number;
}

/**
 * A page of several tables on one grid of columns, for the sheet that people print first. Kept as text while it grows;
 * it has a few hundred rows at most, or as many as there are townships.
 */
export class GridSheet {
  readonly widths: readonly number[];
  readonly merges: string[] = [];
  readonly links: { cell: string; place: string }[] = [];
  readonly rows: string[] = [];
  readonly #blocks: (RowBlock & { readonly heights: number[] })[] = [];
  #isNewPage = false;
  /** Number of the last row written. */
  row = 0;

  constructor(widths: readonly number[]) {
    this.widths = widths;
  }

  get columns(): number {
    return this.widths.length;
  }

  line(cells: readonly GridCell[], leastLines = 1): void {
    const row = ++this.row;
    let at = 0;
    let lines = leastLines;
    let xml = '';
    for (const { value, style, span = 1, link } of cells) {
      const position = `${columnLetters(at)}${row}`;
      const last = `${columnLetters(at + span - 1)}${row}`;
      if (span > 1) this.merges.push(`${position}:${last}`);
      if (link !== undefined) this.links.push({ cell: position, place: link });
      xml += cellXml(position, style, value);
      // A merged range has its border only if every cell of it has.
      for (let next = at + 1; next < at + span; next++) xml += cellXml(`${columnLetters(next)}${row}`, style, undefined);
      if (typeof value === 'string') lines = Math.max(lines, linesOf(value, roomFor(style, this.#width(at, span))));
      at += span;
    }
    this.rows.push(rowXml(row, xml, lines));
    this.#block().heights.push(pointsOf(lines));
  }

  /** The block that the row just begun is of: a blank row before it begins another. */
  #block() {
    const last = this.#blocks.at(-1);
    const end = last === undefined ? 0 : last.after + last.heights.length;
    if (last !== undefined && end === this.row - 1 && !this.#isNewPage) return last;
    const block = { after: this.row - 1, heights: [], begins: this.#isNewPage };
    this.#isNewPage = false;
    this.#blocks.push(block);
    return block;
  }

  /** The last rows before pages that begin anew, of which each repeats the first row. */
  get pageBreaks(): readonly number[] {
    const [first] = this.#blocks;
    const breaks = pageBreaks(this.#blocks, roomOfPage(this.widths), first?.heights[0] ?? 0);
    // Where no row follows, a picture does.
    return this.#isNewPage ? [...breaks, this.row] : breaks;
  }

  #width(at: number, span: number): number {
    return this.widths.slice(at, at + span).reduce((sum, width) => sum + width, 0);
  }

  /** One text over the whole width. */
  text(value: string, style: StyleName, leastLines = 1): void {
    this.line([{ value, style, span: this.columns }], leastLines);
  }

  gap(): void {
    this.row++;
  }

  newPage(): void {
    this.#isNewPage = true;
  }

  section(title: string): void {
    this.gap();
    this.text(title, 'section');
  }

  /** Columns that are left over when the others have theirs: for the one with the long text. */
  rest(taken: number): number {
    return Math.max(1, this.columns - taken);
  }

  /** A heading row and its rows. Gives the first and last of the rows, for formulas and charts. */
  table(
    columns: readonly GridColumn[],
    rows: readonly (readonly (CellValue | GridCell)[])[],
  ): { readonly first: number; readonly last: number } {
    this.line(columns.map(({ heading, span = 1 }) => ({ value: heading, style: 'heading', span })));
    const first = this.row + 1;
    for (const row of rows) {
      this.line(
        columns.map(({ style, span = 1 }, at) => {
          const value = row[at];
          return typeof value === 'object' && 'style' in value ? { ...value, span } : { value, style, span };
        }),
      );
    }
    return { first, last: this.row };
  }
}
