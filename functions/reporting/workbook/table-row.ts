import type { TextSink } from '../text-sink.ts';
import { cellText, isPlainCell, plainCell } from './cell-text.ts';
import { heightOf } from './cells.ts';
import { roomFor, type StyleName, styleIndex } from './styles.ts';
import { columnLetters, linesOf } from './text-width.ts';

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

/** Writes one row: its number on the sheet, and its ordinal among the rows of the table. A promise as `TextSink.add`. */
export type RowWriter<Row> = (sink: TextSink, row: Row, number: number, ordinal: number) => void | Promise<void>;

/**
 * Prepares what is the same in every row, since a table may have a million. A row is put together from UTF-16 units: as one
 * string of seventy pieces it took longer to be joined than to be made.
 */
export function rowWriter<Row>(columns: readonly TableColumn<Row>[]): RowWriter<Row> {
  const cells = columns.map((column, at) => new ColumnCell(column, at));
  const end = unitsOf('</row>');
  const begin = unitsOf('<row r="');
  const heights = new Map<number, Uint16Array>();
  const digits = new Uint16Array(mostDigits);
  return (sink, row, number, ordinal) => {
    const width = write(String(number), digits);
    let lines = 1;
    let most = begin.length + width + end.length;
    for (const cell of cells) {
      cell.look(row, ordinal);
      most += cell.open.length + width + cell.length;
      if (cell.lines > lines) lines = cell.lines;
    }
    let height = heights.get(lines);
    if (height === undefined) {
      height = unitsOf(`"${lines > 1 ? heightOf(lines) : ''}>`);
      heights.set(lines, height);
    }
    sink.room(most + height.length);
    const { units, length } = sink;
    let at = put(units, length, begin);
    at = put(units, at, digits, width);
    at = put(units, at, height);
    for (const cell of cells) {
      at = put(units, at, cell.open);
      at = put(units, at, digits, width);
      at = put(units, at, cell.units, cell.length);
    }
    return sink.added(put(units, at, end) - length);
  };
}

/** Of a row's number. */
const mostDigits = 7;

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  write(text, units);
  return units;
}

/** Writes a text to the beginning of `to` and returns its length. */
function write(text: string, to: Uint16Array): number {
  const { length } = text;
  for (let at = 0; at < length; at += 1) to[at] = text.charCodeAt(at);
  return length;
}

/** Returns the place behind what it has put to `at`. */
function put(to: Uint16Array, at: number, from: Uint16Array, length = from.length): number {
  for (let unit = 0; unit < length; unit += 1) to[at + unit] = from[unit]!;
  return at + length;
}

const endOfNumber = '</v></c>';
const endOfPlainText = `${plainCell.close}</c>`;

/** A column's cell of the row that is being written; the column's last text is kept, since places and words repeat. */
class ColumnCell<Row> {
  /** Before the row's number. */
  readonly open: Uint16Array;
  /** What stands behind the row's number, and how much of it. */
  units: Uint16Array;
  length: number;
  lines = 1;
  readonly #column: TableColumn<Row>;
  readonly #blank: Uint16Array;
  readonly #text: string;
  /** Before a text that stands in its cell as it is, as nearly all do. */
  readonly #plainText: string;
  readonly #number: string;
  readonly #zero: string;
  readonly #width: number;
  #filled = new Uint16Array(256);
  /** What `#filled` holds: the text of a cell, or none. */
  #lastText = '';
  #lastLength = 0;
  #lastLines = 1;

  constructor(column: TableColumn<Row>, at: number) {
    const style = `" s="${styleIndex(column.style)}"`;
    const number = column.numberStyle ?? column.style;
    this.#column = column;
    this.open = unitsOf(`<c r="${columnLetters(at)}`);
    this.#blank = unitsOf(`${style}/>`);
    this.#text = `${style} t="inlineStr">`;
    this.#plainText = `${style} t="inlineStr">${plainCell.open}`;
    this.#number = `" s="${styleIndex(number)}"><v>`;
    this.#zero = `" s="${styleIndex(column.zeroStyle ?? number)}"><v>`;
    this.#width = roomFor(column.style, column.width);
    this.units = this.#blank;
    this.length = this.#blank.length;
  }

  /** The cell of the next row. */
  look(row: Row, ordinal: number): void {
    const value = this.#column.value(row, ordinal);
    if (value === undefined || value === '') this.#stands(this.#blank, this.#blank.length, 1);
    else if (typeof value === 'number') this.#fillNumber(value);
    else {
      if (value !== this.#lastText) this.#fillText(value);
      this.#stands(this.#filled, this.#lastLength, this.#lastLines);
    }
  }

  #stands(units: Uint16Array, length: number, lines: number): void {
    this.units = units;
    this.length = length;
    this.lines = lines;
  }

  #fillNumber(value: number): void {
    this.#lastText = '';
    this.#fill((value === 0 ? this.#zero : this.#number) + value + endOfNumber);
    this.#stands(this.#filled, this.#lastLength, 1);
  }

  #fillText(text: string): void {
    this.#lastText = text;
    this.#lastLines = linesOf(text, this.#width);
    this.#fill(isPlainCell(text) ? this.#plainText + text + endOfPlainText : `${this.#text}${cellText(text)}</c>`);
  }

  #fill(cell: string): void {
    const { length } = cell;
    if (length > this.#filled.length) this.#filled = new Uint16Array(length * 2);
    this.#lastLength = write(cell, this.#filled);
  }
}
