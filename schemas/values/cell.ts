/** A workbook cell that holds an error instead of a value, such as `#DIV/0!`. No field can be read from it. */
export interface CellError {
  readonly error: string;
}

/**
 * One cell as a reader hands it over. Text files give only strings. A workbook's number stays a number, so that a value
 * parser knows that digits beyond the 15th are lost; a date cell is the workbook's serial day (1900 system, the reader
 * has moved 1904 days); an ISO date cell (`t="d"`) is its text. A cell that is not there is `undefined`.
 */
export type Cell = string | number | boolean | CellError | undefined;
