import { holdsPersonalNumber } from '../../../schemas/values/personal-number.ts';
import type { RawRecord } from '../raw-sheet.ts';
import { cellText } from '../rows/reject-reason.ts';
import { holdsPeople } from './data-words.ts';
import { headingRows } from './find-heading.ts';

/** A number, a day, an id or an account; a year may head a column. */
function isFigure(text: string): boolean {
  const bare = text.normalize('NFKC').replace(/[\s,.¥元年月日:/'-]/gu, '');
  return /^\d{3,}[\dXx*]*$/u.test(bare) && !/^(?:19|20)\d\d$/u.test(bare);
}

/** A row of several cells that people's rows hold: a figure, or a word like 在保. */
const isOfPeople = (texts: readonly string[]): boolean => texts.length > 1 && (texts.some(isFigure) || holdsPeople(texts));

/**
 * What a refusal may repeat of a sheet's first rows where no heading row was recognised. Rows of people are none of it,
 * since a refusal is also read by those who may not see them: it ends above the first of them, and with the fullest row
 * before that.
 */
export function headingsSeen(records: readonly RawRecord[]): readonly string[] {
  const rows: (readonly string[])[] = [];
  for (const { cells } of records.slice(0, headingRows)) {
    const texts = cells.map((cell) => cellText(cell).trim()).filter((text) => text !== '');
    if (isOfPeople(texts)) break;
    rows.push(texts);
  }
  const most = Math.max(...rows.map(({ length }) => length));
  const fullest = rows.findIndex(({ length }) => length === most);
  const seen = rows.slice(0, fullest + 1).flat();
  return [...new Set(seen)].filter((text) => !isFigure(text) && !holdsPersonalNumber(text));
}
