/**
 * How much one file may ask of the machine. A figure passes, one more is refused: far above what a county sends, far
 * below what fills a Lambda of 1 GB.
 */
export interface Limits {
  /** Bytes of a workbook as stored; it is held whole, because a zip's directory stands at its end. */
  readonly workbookBytes: number;
  /** Entries of a zip. */
  readonly zipEntries: number;
  /** Bytes that all parts of a workbook that are read may inflate to, each reading counted. */
  readonly inflatedBytes: number;
  /** Bytes of all shared strings of a workbook, as UTF-8. */
  readonly sharedStringBytes: number;
  /** Sheets of a workbook. */
  readonly sheets: number;
  /** Cells with a value, over all sheets of a file that are read. */
  readonly cells: number;
  /** Columns of a record, counted to the last cell with a value. */
  readonly columns: number;
  /** Characters of one cell: what Excel itself allows. */
  readonly cellCharacters: number;
  /** Characters of one record of a text file. */
  readonly recordCharacters: number;
  /** Merged ranges of a sheet. As many as `columns` may cover one row. */
  readonly mergedRanges: number;
  /** Elements inside each other in one part of a workbook or in a page. */
  readonly nesting: number;
  /** Seconds of work on one file, the time in which others use its rows not counted. */
  readonly seconds: number;
}

export const fileLimits: Limits = {
  workbookBytes: 200 * 1024 ** 2,
  zipEntries: 10_000,
  inflatedBytes: 2 * 1024 ** 3,
  sharedStringBytes: 128 * 1024 ** 2,
  sheets: 1_000,
  cells: 20_000_000,
  columns: 1_024,
  cellCharacters: 32_767,
  recordCharacters: 1_048_576,
  mergedRanges: 500_000,
  nesting: 256,
  seconds: 120,
};
