/** A cell of a workbook: text, a number cell, or a day that the sheet shows as one. */
export type SheetCell = string | { readonly number: number } | { readonly day: string };

/** Zero-based, all inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merges: readonly Merge[];
  readonly hidden?: boolean;
}

/** A file of the workbook inbox: `.xlsx` with strings in the cells or shared, `.xls`/`.et` in BIFF8, or a page named `.xls`. */
export interface SampleWorkbook {
  /** Below the county's folder. */
  readonly path: string;
  readonly form: 'inline-strings' | 'shared-strings' | 'biff8' | 'html-utf-8' | 'html-gb18030';
  readonly sheets: readonly Sheet[];
}

/** Days since 1899-12-30, as Excel counts them. */
export const excelDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

export const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
