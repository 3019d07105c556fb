import type { Cell } from '../../../schemas/values/cell.ts';
import { isPlainUnit, readText } from '../../../schemas/values/text.ts';
import { normaliseHeading } from '../headings/normalise-heading.ts';
import type { RawRecord } from '../raw-sheet.ts';
import { firstFilled } from './row-kinds.ts';

/** A heading as it is compared, with its unit: an amount in 万元 from here on is not the heading once more. */
function comparedHeading(cell: Cell): string {
  const { text, unit = '元' } = normaliseHeading(readText(cell) ?? '');
  return `${text}\n${unit}`;
}

/** What a heading begins with wherever it is repeated; '' where it is blank. */
export const headingLetter = (cell: Cell): string => normaliseHeading(readText(cell) ?? '').text.charAt(0);

/** True for a row that is the heading (either row of it) once more, as on each page of a printed list. */
export function headingRepeats(heading: readonly RawRecord[]): (cells: readonly Cell[], first: number) => boolean {
  const rows = heading.flatMap(({ cells }) => {
    const first = firstFilled(cells);
    return first < 0 ? [] : [{ first, texts: cells.map(comparedHeading) }];
  });
  const letters = new Set(heading.map(({ cells }) => headingLetter(cells[firstFilled(cells)])));
  /** False for nearly every row of data, by one letter. */
  const mayRepeat = (cell: Cell) =>
    typeof cell !== 'string' || !isPlainUnit(cell.charCodeAt(0)) || cell.startsWith('*') || letters.has(cell.charAt(0));
  return (cells, first) =>
    mayRepeat(cells[first]) &&
    rows.some((row) => {
      if (row.first !== first || row.texts[first] !== comparedHeading(cells[first])) return false;
      return row.texts.every((text, at) => text === comparedHeading(cells[at]));
    });
}
