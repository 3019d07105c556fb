import Papa from 'papaparse';
import type { Cell } from '../../../schemas/values/cell.ts';

export const quote = '"';

/** In the place of a cell that a lone quote has made unreadable. */
const unclosed = (cell: string): Cell => ({ error: cell, why: '引号不成对' });

/** Whether a text holds an odd number of quotes, so that a quoted cell of it is still open at its end. */
export function leavesQuoteOpen(text: string): boolean {
  let open = false;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) open = !open;
  return open;
}

function oneRecord(text: string, delimiter: string): string[] | undefined {
  const { data, errors } = new Papa.Parser({ delimiter, newline: '\n' }).parse(text, 0, false) as Papa.ParseResult<string[]>;
  return data.length === 1 && errors.length === 0 ? data[0] : undefined;
}

/**
 * The record that begins with `lines[0]`, which holds a quote, and how many of the lines are its own. The caller joins
 * lines until their quotes are even, as they are in every well-formed record (RFC 4180), or until it gives up.
 * `width` is the number of columns that the file's records have.
 *
 * A quote without its partner joins whole rows. So what was joined must be one record without a fault, and its lines
 * must not all be full records themselves. Otherwise the first line stands alone, and where it can't, its cells from
 * the first opening quote on are errors: nothing tells where that cell was meant to end.
 */
export function parseQuotedRecord(
  lines: readonly string[],
  delimiter: string,
  width: number,
): { readonly cells: readonly Cell[]; readonly lines: number } {
  const [first = ''] = lines;
  const joinsRows = lines.length > 1 && lines.every((line) => line.split(delimiter).length === width);
  const joined = joinsRows ? undefined : oneRecord(lines.join('\n'), delimiter);
  if (joined !== undefined) return { cells: joined, lines: lines.length };
  const alone = lines.length > 1 ? oneRecord(first, delimiter) : undefined;
  if (alone !== undefined) return { cells: alone, lines: 1 };
  const cells = first.split(delimiter);
  const opening = cells.findIndex((cell) => cell.trimStart().startsWith(quote));
  return { cells: cells.map((cell, column) => (column < opening ? cell : unclosed(cell))), lines: 1 };
}
