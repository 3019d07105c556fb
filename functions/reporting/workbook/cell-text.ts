/** What Excel holds in one cell; longer text makes it declare the file damaged. */
export const longestText = 32_767;
const cutNote = '……（余下见 findings.csv）';

const special = /[&<>\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]|_x/;
/** Characters that XML cannot hold stand as `_x000B_`, so text that looks like that has its underscore written so too. */
const unwritable = /[\u0000-\u0008\u000B-\u001F]|_(?=x[0-9A-Fa-f]{4}_)/g;

const asCode = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(unwritable, asCode)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Text for the inside of an element or, since quotes are written too, an attribute. */
export const attributeText = (text: string): string => escaped(text).replaceAll('"', '&quot;');

/** Readers strip blanks at the ends unless told not to. */
const keepsBlanks = (text: string) => text.charCodeAt(0) <= 0x20 || text.charCodeAt(text.length - 1) <= 0x20;

/** The text stands in its cell as it is: on one line, and nothing of it is cut, escaped or kept from being stripped. */
export const isPlainCell = (text: string): boolean => text.length <= longestText && !keepsBlanks(text) && !special.test(text);

/**
 * What stands around such a text, from its type on: a fifth of a sheet shorter than the `is` element that other texts need
 * to keep their blanks, and as much a text to every reader.
 */
export const plainCell = { open: ' t="str"><v>', close: '</v>' } as const;

/** The content of an inline text cell. Any text stays the text that it is: nothing in a `t` element is ever run. */
export function cellText(text: string): string {
  const cut = text.length > longestText ? text.slice(0, longestText - cutNote.length) + cutNote : text;
  const plain = special.test(cut) ? escaped(cut) : cut;
  return `<is><t${keepsBlanks(cut) ? ' xml:space="preserve"' : ''}>${plain}</t></is>`;
}
