import { TextKernel } from '../kernel/text-kernel.ts';

const isWide = (code: number) => code >= 0x2e80;

/** Width in column units: a Han character or full-width sign takes two, everything below them one. */
export function textWidth(text: string): number {
  let width = text.length;
  for (let at = 0; at < text.length; at++) if (isWide(text.charCodeAt(at))) width++;
  return width;
}

let measuring: TextKernel | undefined;

/**
 * Lines that a text needs in a column. Heights are written, not left to the program that opens the file, because that
 * measures every cell of a long sheet before it shows the first.
 */
export function linesOf(text: string, columnWidth: number): number {
  measuring ??= new TextKernel();
  return measuring.linesOf(text, roomOfLine(columnWidth));
}

/** A column is a little narrower inside than its width says. */
export const roomOfLine = (columnWidth: number): number => Math.max(2, columnWidth - 1);

/** Width of the longest line of a text. */
export const longestLine = (text: string): number =>
  text.includes('\n') ? Math.max(...text.split('\n').map(textWidth)) : textWidth(text);

/** `A`, `Z`, `AA` … for a column counted from 0. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
