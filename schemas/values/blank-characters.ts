import type { Cell } from './cell.ts';

// Zero-width characters come with text copied from web pages and chat windows; a reader sees nothing where they stand.
const invisible = /[\p{White_Space}\u200B-\u200D\u2060\uFEFF]+/gu;

/** Without any white space, the zero-width kinds too. */
export function withoutSpaces(text: string): string {
  return text.replace(invisible, '');
}

/** True where a cell holds nothing that a reader sees. */
export function isBlank(cell: Cell): boolean {
  if (cell === undefined || cell === '') return true;
  if (typeof cell !== 'string') return false;
  const first = cell.charCodeAt(0);
  const seen = (first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff);
  return !seen && withoutSpaces(cell) === '';
}
