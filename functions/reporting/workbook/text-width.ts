const isWide = (code: number) => code >= 0x2e80;

/** Width in column units: a Han character or full-width sign takes two, everything below them one. */
export function textWidth(text: string): number {
  let width = text.length;
  for (let at = 0; at < text.length; at++) if (isWide(text.charCodeAt(at))) width++;
  return width;
}

/** Lines of one paragraph, broken as spreadsheets break it: between Han letters, and before a number or word that no longer fits. */
function linesOfParagraph(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  let word = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const width = isWide(code) ? 2 : 1;
    word = width === 2 || code === 0x20 ? 0 : word + 1;
    used += width;
    if (used <= room) continue;
    lines++;
    used = word > 1 && word < room ? word : width;
    word = Math.min(word, used);
  }
  return lines;
}

/**
 * Lines that a text needs in a column. Heights are written, not left to the program that opens the file, because that
 * measures every cell of a long sheet before it shows the first.
 */
export function linesOf(text: string, columnWidth: number): number {
  // A column is a little narrower inside than its width says.
  const room = Math.max(2, columnWidth - 1);
  if (text.length * 2 <= room && !text.includes('\n')) return 1;
  let lines = 0;
  for (const line of text.includes('\n') ? text.split('\n') : [text]) {
    // Where a line is broken, a mark that may not begin the next one takes a letter with it.
    const fits = line.length <= room && textWidth(line) <= room;
    lines += fits ? 1 : linesOfParagraph(line, Math.max(2, room - 1));
  }
  return lines;
}

/** Width of the longest line of a text. */
export const longestLine = (text: string): number =>
  text.includes('\n') ? Math.max(...text.split('\n').map(textWidth)) : textWidth(text);

/** `A`, `Z`, `AA` … for a column counted from 0. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
