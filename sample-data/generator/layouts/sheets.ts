import type { Merge, Sheet, SheetCell } from '../files/sheet.ts';
import type { Grid } from '../files/text-file.ts';
import { alone, type Columns, cells, headings } from './columns.ts';

export interface SheetWishes {
  /** Rows above the headings, each one text merged over the whole width. */
  readonly titles?: readonly string[];
  /** Headings whose cells are number cells where they hold a number. */
  readonly numbers?: readonly string[];
  /** Headings whose cells are days of the sheet. */
  readonly days?: readonly string[];
  /** Rows below the data: totals, notes. */
  readonly below?: Grid;
}

/** A sheet of one layout: titles, headings, rows and what stands below. */
export function sheetOf<Row>(name: string, columns: Columns<Row>, rows: readonly Row[], wishes: SheetWishes = {}): Sheet {
  const { titles = [], below = [] } = wishes;
  const width = columns.length;
  const typed = typedCells(headings(columns), wishes);
  return {
    name,
    rows: [
      ...titles.map((title) => alone(title, width)),
      headings(columns),
      ...[...cells(columns, rows), ...below].map((row) => row.map(typed)),
    ],
    merges: titles.map((_, row) => ({ top: row, left: 0, bottom: row, right: width - 1 })),
  };
}

/** Text becomes a number cell or a day where its column says so and it is one. */
export function typedCells(names: readonly string[], { numbers = [], days = [] }: SheetWishes) {
  const asNumber = names.map((name) => numbers.includes(name));
  const asDay = names.map((name) => days.includes(name));
  return (text: string, column: number): SheetCell => {
    if (asNumber[column] && /^-?[\d,]+(\.\d+)?$/.test(text)) return { number: Number(text.replaceAll(',', '')) };
    if (asDay[column] && /^\d{4}[-/]\d\d[-/]\d\d$/.test(text)) return { day: text.replaceAll('/', '-') };
    return text;
  };
}

/** Below each cell that holds text, the blank ones of its column merge into it, down to `ends[row]`. */
export const mergedDown = (column: number, starts: readonly number[], end: number): Merge[] =>
  starts
    .map((top, at) => ({ top, left: column, bottom: (starts[at + 1] ?? end) - 1, right: column }))
    .filter(({ top, bottom }) => bottom > top);
