import type { MergedRange } from '../raw-sheet.ts';

/** Excel's own last row and column: XFD1048576. */
export const lastRow = 1_048_576;
const lastColumn = 16_383;

const dollar = 36;

/** Columns that a row may have; a packed place is its row times this plus its column. */
const rowStride = lastColumn + 1;

/**
 * The place that `text` names from `from` to `to`, `B7` or `$B$7`, as one number: see `placeRow` and `placeColumn`. -1 for
 * anything else. One number, because a sheet has millions of references.
 */
export function cellPlace(text: string, from = 0, to = text.length): number {
  let column = 0;
  let row = 0;
  let at = text.charCodeAt(from) === dollar ? from + 1 : from;
  const letters = at;
  for (; at < to; at++) {
    const letter = (text.charCodeAt(at) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (at === letters) return -1;
  if (text.charCodeAt(at) === dollar) at++;
  const digits = at;
  for (; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    row = row * 10 + digit;
  }
  return at === digits || row < 1 || row > lastRow || column > rowStride ? -1 : row * rowStride + column - 1;
}

/** Row as shown, from 1. */
export const placeRow = (place: number): number => Math.floor(place / rowStride);

/** Column from 0. */
export const placeColumn = (place: number): number => place % rowStride;

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
  const [from, to] = reference.split(':').map((corner) => cellPlace(corner));
  if (from === undefined || to === undefined || from < 0 || to < 0) return undefined;
  return {
    top: Math.min(placeRow(from), placeRow(to)),
    left: Math.min(placeColumn(from), placeColumn(to)),
    bottom: Math.max(placeRow(from), placeRow(to)),
    right: Math.max(placeColumn(from), placeColumn(to)),
  };
}
