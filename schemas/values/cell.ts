/** A cell that no field can be read from: an error instead of a value in a workbook, such as `#DIV/0!`. */
export interface CellError {
  /** As a clerk finds it in the file. */
  readonly error: string;
  /** Why it can't be read, where it does not say so itself. */
  readonly why?: string;
}

/**
 * A workbook's day that is shown as a month (`yyyy"年"m"月"`): what Excel makes of a typed 2020-06. The serial number is of
 * that month's first day as a rule, but nobody meant a day.
 */
export interface MonthCell {
  readonly monthOf: number;
}

/** Whether a cell is one that no field can be read from. */
export const isErrorCell = (cell: Cell): cell is CellError => typeof cell === 'object' && 'error' in cell;

/**
 * One cell as a reader hands it over. Text files give only strings. A workbook's number stays a number, so that a value
 * parser knows that digits beyond the 15th are lost; a date cell is the workbook's serial day (1900 system, the reader
 * has moved 1904 days); an ISO date cell (`t="d"`) is its text. A cell that is not there is `undefined`.
 */
export type Cell = string | number | boolean | MonthCell | CellError | undefined;
