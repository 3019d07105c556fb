const isWide = (code: number) => code >= 0x2e80;

/** Width in column units: a Han character or full-width sign takes two, everything below them one. */
export function textWidth(text: string): number {
  let width = text.length;
  for (let at = 0; at < text.length; at++) if (isWide(text.charCodeAt(at))) width++;
  return width;
}

/**
 * Lines of one paragraph, from `from` to before `to`, broken as spreadsheets break it: between Han letters, and before a
 * number or word that no longer fits. Where it is broken, a mark that may not begin the next line takes a letter with it.
 */
function linesOfParagraph(text: string, from: number, to: number, room: number): number {
  const roomOfBroken = Math.max(2, room - 1);
  let lines = 1;
  let whole = 0;
  let used = 0;
  let word = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const width = isWide(code) ? 2 : 1;
    word = width === 2 || code === 0x20 ? 0 : word + 1;
    whole += width;
    used += width;
    if (used <= roomOfBroken) continue;
    lines++;
    used = word > 1 && word < roomOfBroken ? word : width;
    word = Math.min(word, used);
  }
  return whole <= room ? 1 : lines;
}

/**
 * Lines that a text needs in a column. Heights are written, not left to the program that opens the file, because that
 * measures every cell of a long sheet before it shows the first.
 */
export function linesOf(text: string, columnWidth: number): number {
  // A column is a little narrower inside than its width says.
  const room = Math.max(2, columnWidth - 1);
  let lines = 0;
  let from = 0;
  for (;;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    lines += (to - from) * 2 <= room ? 1 : linesOfParagraph(text, from, to, room);
    if (end < 0) return lines;
    from = end + 1;
  }
}

/** Width of the longest line of a text. */
export const longestLine = (text: string): number =>
  text.includes('\n') ? Math.max(...text.split('\n').map(textWidth)) : textWidth(text);

/** `A`, `Z`, `AA` … for a column counted from 0. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
