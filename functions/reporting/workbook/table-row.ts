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

interface CompiledColumn<Row> {
  readonly value: TableColumn<Row>['value'];
  readonly open: string;
  readonly blank: string;
  readonly text: string;
  /** Before a text that stands in its cell as it is, as nearly all do. */
  readonly plainText: string;
  readonly number: string;
  readonly zero: string;
  readonly width: number;
  /** The last text, with its cell and its lines: findings are ordered, so places and words repeat from row to row. */
  lastText: string;
  lastCell: string;
  lastLines: number;
}

/** The XML of one row: its number on the sheet, and its ordinal among the rows of the table. */
export type RowWriter<Row> = (row: Row, number: number, ordinal: number) => string;

/** Prepares what is the same in every row, since a table may have a million. */
export function rowWriter<Row>(columns: readonly TableColumn<Row>[]): RowWriter<Row> {
  const prepared = columns.map(compiled);
  return (row, number, ordinal) => {
    const digits = String(number);
    let cells = '';
    let lines = 1;
    for (const column of prepared) {
      const value = column.value(row, ordinal);
      if (value === undefined || value === '') cells += column.open + digits + column.blank;
      else if (typeof value === 'number') {
        cells += column.open + digits + (value === 0 ? column.zero : column.number) + value + endOfNumber;
      } else {
        if (value !== column.lastText) remember(column, value);
        cells += column.open + digits + column.lastCell;
        if (column.lastLines > lines) lines = column.lastLines;
      }
    }
    return `<row r="${digits}"${lines > 1 ? heightOf(lines) : ''}>${cells}</row>`;
  };
}

const endOfNumber = '</v></c>';
const endOfPlainText = `${plainCell.close}</c>`;

function remember<Row>(column: CompiledColumn<Row>, text: string): void {
  column.lastText = text;
  column.lastCell = isPlainCell(text) ? column.plainText + text + endOfPlainText : `${column.text}${cellText(text)}</c>`;
  column.lastLines = linesOf(text, column.width);
}

function compiled<Row>(column: TableColumn<Row>, at: number): CompiledColumn<Row> {
  const style = `" s="${styleIndex(column.style)}"`;
  const number = column.numberStyle ?? column.style;
  return {
    value: column.value,
    open: `<c r="${columnLetters(at)}`,
    blank: `${style}/>`,
    text: `${style} t="inlineStr">`,
    plainText: `${style}${plainCell.open}`,
    number: `" s="${styleIndex(number)}"><v>`,
    zero: `" s="${styleIndex(column.zeroStyle ?? number)}"><v>`,
    width: roomFor(column.style, column.width),
    lastText: '',
    lastCell: '',
    lastLines: 1,
  };
}
