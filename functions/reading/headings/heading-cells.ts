import type { Cell } from '../../../schemas/values/cell.ts';
import type { MoneyUnit } from '../../../schemas/values/money.ts';
import { readText } from '../../../schemas/values/text.ts';
import type { MergedRange, RawRecord } from '../raw-sheet.ts';
import { normaliseHeading } from './normalise-heading.ts';

/** One column's heading, of one row or of two. */
export interface HeadingCell {
  /** Zero-based column. */
  readonly position: number;
  /** As the file writes it; two levels as `upper/lower`. */
  readonly written: string;
  /** Normalised forms under which it may be known, the most exact first. */
  readonly forms: readonly string[];
  readonly unit: MoneyUnit | undefined;
}

/** What stands under these is another person's than the row's. */
const otherPeople = /照料|监护|代领|领取人|领款人|委托|配偶|子女|赡养|抚养|扶养|法定|联系人|经办|帮扶|责任人/;
/** Under these, `姓名` and `身份证号` are not simply the row's person's; what else stands there is the household's. */
const ownPeople = /户主|成员|申请人/;
const personal = /^(?:姓名|(?:公民)?身份|证件)/;
const groupEnding = /(?:基本)?(?:信息|情况|资料)$/;

const words = (cell: Cell) => (readText(cell) ?? '').trim();

function oneLevel(position: number, written: string): HeadingCell {
  const { text, unit } = normaliseHeading(written);
  return { position, written, forms: [text], unit };
}

/**
 * `upper/lower` as it stands; else the two run together (户主 over 姓名 is 户主姓名); else the lower alone, unless the
 * upper one says that it speaks of somebody else.
 */
function twoLevels(position: number, upper: string, lower: string): HeadingCell {
  const above = normaliseHeading(upper);
  const below = normaliseHeading(lower);
  const forms = [`${above.text}/${below.text}`, above.text.replace(groupEnding, '') + below.text, above.text + below.text];
  const ofAnother = otherPeople.test(above.text) || (ownPeople.test(above.text) && personal.test(below.text));
  if (!ofAnother) forms.push(below.text);
  return { position, written: `${upper}/${lower}`, forms, unit: below.unit ?? above.unit };
}

const groupOfPeople =
  /^(?:低保|家庭|其他|共同生活|委托|法定)*(?:户主|成员|配偶|子女|申请人|照料人|监护人|代领人|代理人|领取人|领款人|赡养人|抚养人|扶养人|联系人|帮扶人|责任人)$/;

/** True for a row that says whose the columns below it are: the row below, read by itself, would mix up people. */
export const namesPeople = ({ cells }: RawRecord): boolean =>
  cells.some((cell) => groupOfPeople.test(normaliseHeading(words(cell)).text.replace(groupEnding, '')));

export function headingCells(record: RawRecord): readonly HeadingCell[] {
  return record.cells.map((cell, position) => oneLevel(position, words(cell))).filter(({ written }) => written !== '');
}

/** What each column's upper heading is: merged cells hold for all their columns; without merges, blanks are filled from the left. */
function upperTexts(upper: RawRecord, lowerTexts: readonly string[], merges: readonly MergedRange[]): readonly string[] {
  const texts = Array.from({ length: Math.max(upper.cells.length, lowerTexts.length) }, (_, at) => words(upper.cells[at]));
  const ranges = merges.filter(({ top, bottom }) => top <= upper.row && upper.row <= bottom);
  for (const { left, right } of ranges) for (let at = left + 1; at <= right; at += 1) texts[at] = texts[left] ?? '';
  if (ranges.length > 0) return texts;
  for (let at = 1; at < texts.length; at += 1) {
    // A group's own first column has a lower heading; a column without one is no group but a heading two rows high.
    const continues = texts[at] === '' && (lowerTexts[at] ?? '') !== '' && (lowerTexts[at - 1] ?? '') !== '';
    if (continues) texts[at] = texts[at - 1]!;
  }
  return texts;
}

export function twoLevelCells(upper: RawRecord, lower: RawRecord, merges: readonly MergedRange[]): readonly HeadingCell[] {
  const lowerTexts = lower.cells.map(words);
  const uppers = upperTexts(upper, lowerTexts, merges);
  return uppers.flatMap((above, position) => {
    const below = lowerTexts[position] ?? '';
    if (above === '' && below === '') return [];
    // A heading merged over both rows may be repeated in the lower one.
    if (above === '' || below === '' || above === below) return [oneLevel(position, above || below)];
    return [twoLevels(position, above, below)];
  });
}
