import { withoutSpaces } from '../../../schemas/values/blank-characters.ts';
import { readText } from '../../../schemas/values/text.ts';
import type { RawRecord } from '../raw-sheet.ts';

/** What stands around a sheet's rows and may say what they speak of. */
export interface Titles {
  /** Cells above the heading row, in order. */
  readonly above: readonly string[];
  readonly sheet: string;
  /** File name without its ending. */
  readonly file: string;
}

const numerals = '〇一二三四五六七八九';

/** NFKC without white space, a year in Chinese numerals as digits. */
function plainTitle(text: string): string {
  return withoutSpaces(text.normalize('NFKC')).replace(/[〇零○一二三四五六七八九]{4}(?=年)/g, (year) =>
    [...year].map((letter) => Math.max(0, numerals.indexOf(letter))).join(''),
  );
}

export function titlesOf(records: readonly RawRecord[], sheet: string, fileName: string): Titles {
  const above = records.flatMap(({ cells }) => cells.map((cell) => plainTitle(readText(cell) ?? '')));
  return {
    above: above.filter((text) => text !== ''),
    sheet: plainTitle(sheet),
    file: plainTitle(fileName.replace(/\.[^.]*$/, '')),
  };
}
