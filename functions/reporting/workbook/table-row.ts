import { giveUpKernel, type TextKernel, takeKernel, type Words } from '../kernel/text-kernel.ts';
import { cellText, longestText, plainCell } from './cell-text.ts';
import { heightOf, pointsPerLine, tallestRow } from './cells.ts';
import { roomFor, type StyleName, styleIndex } from './styles.ts';
import { columnLetters, roomOfLine } from './text-width.ts';

/** One column of a table of any length. */
export interface TableColumn<Row> {
  readonly heading: string;
  /** In characters; a Han character takes two. Where it is fitted: what is taken while not all of its texts are known. */
  readonly width: number;
  /** Least and most width where the column is fitted to its texts. */
  readonly fit?: readonly [least: number, most: number];
  /** Words beyond this width may stand on several lines; numbers never. */
  readonly folds?: number;
  /** Its part of what the page has left, or lacks, when the others have their widths; within least and most. */
  readonly share?: number;
  readonly style: StyleName;
  /** Style of the cells that hold a number, where it is another. */
  readonly numberStyle?: StyleName;
  /** Style of a zero, where a zero is nothing to look at. */
  readonly zeroStyle?: StyleName;
  /** Text, a number, or nothing. `ordinal` counts the rows of the sheet from 1. */
  readonly value: (row: Row, ordinal: number) => string | number | undefined;
  /** A sum of the filtered rows stands above the heading. */
  readonly summed?: boolean;
  /** Words to choose from when the cell is filled in. */
  readonly choices?: readonly string[];
}

interface PreparedColumn<Row> {
  readonly value: TableColumn<Row>['value'];
  /** What stands before a text that its cell holds as it is, before other content, before a number and before a zero. */
  readonly text: Words;
  readonly inline: Words;
  readonly number: Words;
  readonly zero: Words;
  readonly room: number;
  /** What the field says: findings are ordered, so places and words repeat from row to row. */
  last: string | number;
}

/** Excel has no taller row. */
const mostLines = Math.ceil(tallestRow / pointsPerLine);
/** So many bytes are handed on at once. */
const enoughBytes = 1 << 16;

/** The rows of a table as the XML of a sheet: number on the sheet, and ordinal among the rows of the table. */
export class RowEncoder<Row> {
  readonly #kernel = takeKernel();
  readonly #columns: readonly PreparedColumn<Row>[];
  readonly #tables: number;
  readonly #endOfText: Words;
  readonly #endOfCell: Words;
  readonly #endOfNumber: Words;

  constructor(columns: readonly TableColumn<Row>[]) {
    const kernel = this.#kernel;
    if (columns.length > kernel.mostFields) throw new RangeError('a table of too many columns');
    this.#columns = columns.map((column) => prepared(column, kernel));
    this.#endOfText = kernel.words(`${plainCell.close}</c>`);
    this.#endOfCell = kernel.words('</c>');
    this.#endOfNumber = kernel.words('</v></c>');
    this.#tables = kernel.table([
      kernel.words('<row r="'),
      ...Array.from({ length: mostLines + 1 }, (_, lines) => kernel.words(`"${lines > 1 ? heightOf(lines) : ''}>`)),
      kernel.words('</row>'),
      ...columns.flatMap(({ style }, at) => [
        kernel.words(`<c r="${columnLetters(at)}`),
        kernel.words(`" s="${styleIndex(style)}"/>`),
      ]),
    ]);
  }

  /** True where so much waits that it should be taken. */
  add(row: Row, number: number, ordinal: number): boolean {
    const columns = this.#columns;
    let blanks = 0;
    for (let field = 0; field < columns.length; field += 1) {
      const column = columns[field]!;
      const value = column.value(row, ordinal);
      if (value === undefined || value === '') blanks |= 1 << field;
      else if (value !== column.last) this.#set(field, column, value);
    }
    return this.#kernel.writeRow(number, columns.length, blanks, this.#tables, mostLines) >= enoughBytes;
  }

  /** The rows that wait, to be looked at before another is added. */
  take(): Uint8Array {
    return this.#kernel.take();
  }

  /** When no more is asked of it. */
  close(): void {
    giveUpKernel(this.#kernel);
  }

  #set(field: number, column: PreparedColumn<Row>, value: string | number): void {
    const kernel = this.#kernel;
    column.last = value;
    if (typeof value === 'number') {
      kernel.setRaw(field, String(value), value === 0 ? column.zero : column.number, this.#endOfNumber);
      kernel.setLines(field, 1);
    } else if (!kernel.setCell(field, value, column.room, column.text, this.#endOfText) || value.length > longestText) {
      kernel.setRaw(field, cellText(value), column.inline, this.#endOfCell);
    }
  }
}

function prepared<Row>({ style, numberStyle = style, zeroStyle, width, value }: TableColumn<Row>, kernel: TextKernel) {
  const styled = (name: StyleName) => `" s="${styleIndex(name)}"`;
  return {
    value,
    text: kernel.words(styled(style) + plainCell.open),
    inline: kernel.words(`${styled(style)} t="inlineStr">`),
    number: kernel.words(`${styled(numberStyle)}><v>`),
    zero: kernel.words(`${styled(zeroStyle ?? numberStyle)}><v>`),
    room: roomOfLine(roomFor(style, width)),
    last: '',
  };
}
