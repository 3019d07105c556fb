/** Width in column units: a Han character or full-width sign takes two, everything below them one. */
export function textWidth(text: string): number {
  let width = text.length;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x2e80) width++;
  return width;
}

/**
 * Lines that a text needs in a column. Heights are written, not left to the program that opens the file, because that
 * measures every cell of a long sheet before it shows the first.
 */
export function linesOf(text: string, columnWidth: number): number {
  // A column is a little narrower inside than its width says.
  const room = columnWidth - 1;
  if (text.length * 2 <= room && !text.includes('\n')) return 1;
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(textWidth(line) / room));
  return lines;
}

/** `A`, `Z`, `AA` … for a column counted from 0. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
