/**
 * A line for the terminal in which letters that would move the cursor, clear the screen or turn the direction of reading
 * stand as a mark: names and values come from files that anybody may have made.
 */
export function printable(line: string): string {
  return line.replace(/[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}
