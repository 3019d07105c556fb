import { isBlank, withoutSpaces } from '../../../schemas/values/blank-characters.ts';
import type { Cell } from '../../../schemas/values/cell.ts';
import { readText } from '../../../schemas/values/text.ts';

export type TotalLevel = '小计' | '合计' | '总计';

const totalWords = /^(小计|合计|总计)(?:$|[:(共]|\d|户数|人数|笔数|金额)/;
const noteWords = /^(?:制表|审核|填表|备注:|说明|审批|第\d+页|第[一二三四五六七八九十百]+页)/;
/** First letters of totals and notes. */
export const mayBegin: ReadonlySet<number> = new Set([...'小合总制审填备说第'].map((letter) => letter.charCodeAt(0)));

/** Text without white space, brackets and colons in one form. */
export const plainText = (cell: Cell): string => withoutSpaces((readText(cell) ?? '').normalize('NFKC'));

/** Position of the first cell from `from` on that is not blank; −1 where all are. */
export function firstFilled(cells: readonly Cell[], from = 0): number {
  for (let at = from; at < cells.length; at += 1) if (!isBlank(cells[at])) return at;
  return -1;
}

/** False for nearly every row of data, by its first letter alone. */
export function mayBeSpecial(first: Cell): boolean {
  if (typeof first !== 'string') return false;
  const unit = first.charCodeAt(0);
  return (
    mayBegin.has(unit) ||
    unit <= 0x20 ||
    unit === 0x3000 ||
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x20ff) ||
    unit === 0xfeff
  );
}

/** True for a number, in a workbook or written out. */
export function beginsWithDigit(cell: Cell): boolean {
  if (typeof cell !== 'string') return typeof cell === 'number';
  const unit = cell.charCodeAt(0);
  return unit >= 0x30 && unit <= 0x39;
}

export function totalLevel(first: Cell): TotalLevel | undefined {
  return totalWords.exec(plainText(first))?.[1] as TotalLevel | undefined;
}

/** A note says nothing in the ● columns but, perhaps, more of the note. */
export function isNote(cells: readonly Cell[], first: number, required: readonly number[]): boolean {
  if (!noteWords.test(plainText(cells[first]))) return false;
  return required.every((at) => isBlank(cells[at]) || noteWords.test(plainText(cells[at])));
}
