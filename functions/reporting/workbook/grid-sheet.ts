import { type CellValue, cellXml, rowXml } from './cells.ts';
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
  /** The last rows before pages that begin anew. */
  readonly pageBreaks: number[] = [];
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
    this.pageBreaks.push(this.row);
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
