const needsQuotes = /[",\r\n]/;
// Blanks before the sign do not stop a spreadsheet, letters that cannot be seen and the full-width signs do not either.
const runs = /^(?:[^\S\t\r]|(?![\t\r])[\p{Cc}\p{Cf}\u3164])*[-=+@＝＋－＠\t\r]/u;

/** Nearly every text begins so: a Han character, a letter or a digit. Saves the expression above. */
const beginsHarmless = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return (first >= 0x4e00 && first <= 0x9fff) || (first >= 0x30 && first <= 0x39) || (first >= 0x41 && first <= 0x7a);
};

const quoted = (text: string): string => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A text as a field of RFC 4180 that no spreadsheet runs: where it would, an apostrophe stands before it. */
export function csvText(text: string): string {
  if (text === '') return '';
  return quoted(beginsHarmless(text) || !runs.test(text) ? text : `'${text}`);
}
