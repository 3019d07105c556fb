import type { MergedRange } from '../raw-sheet.ts';

/** A cell's place: row as shown from 1, column from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Excel's own last row and column: XFD1048576. */
export const lastRow = 1_048_576;
export const lastColumn = 16_383;

/** `B7` or `$B$7`; `undefined` for anything else. */
export function cellPlace(reference: string): CellPlace | undefined {
  let column = 0;
  let row = 0;
  let at = reference.charCodeAt(0) === 36 ? 1 : 0;
  const letters = at;
  for (; at < reference.length; at++) {
    const letter = (reference.charCodeAt(at) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (at === letters) return undefined;
  if (reference.charCodeAt(at) === 36) at++;
  const digits = at;
  for (; at < reference.length; at++) {
    const digit = reference.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
  }
  if (at === digits || row < 1 || row > lastRow || column - 1 > lastColumn) return undefined;
  return { row, column: column - 1 };
}

/** Column letters as the spreadsheet shows them; `column` from 0. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `A2:C3`; `undefined` for anything else. A single cell is no merged range. */
export function mergedRange(reference: string): MergedRange | undefined {
  const [from, to] = reference.split(':').map(cellPlace);
  if (from === undefined || to === undefined) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
