import type { Cell } from '../../../schemas/values/cell.ts';
import type { RawRecord } from '../raw-sheet.ts';
import { firstFilled, plainText } from './row-kinds.ts';

/** True for a row that is the heading (either row of it) once more, as on each page of a printed list. */
export function headingRepeats(heading: readonly RawRecord[]): (cells: readonly Cell[], first: number) => boolean {
  const rows = heading.flatMap(({ cells }) => {
    const first = firstFilled(cells);
    return first < 0 ? [] : [{ first, word: cells[first], texts: cells.map(plainText) }];
  });
  return (cells, first) =>
    rows.some((row) => {
      if (row.first !== first || row.word !== cells[first]) return false;
      return row.texts.every((text, at) => text === plainText(cells[at]));
    });
}
