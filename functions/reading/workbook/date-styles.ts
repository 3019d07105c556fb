import type { Cell } from '../../../schemas/values/cell.ts';
import type { Limits } from '../limits.ts';
import { attribute } from './attribute-walker.ts';
import { readXml } from './read-xml.ts';

/** Days from day 0 of a workbook that counts from 1900 to that of one that counts from 1904. */
const days1904 = 1462;

/** Built-in formats that show a day or a month, the East Asian ones among them (ECMA-376, 18.8.30). */
function isBuiltInDate(format: number): boolean {
  return (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
}

/** Whether a format code shows a day, month or year: one of their letters outside quotes, escapes and brackets. */
function showsDate(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[yd]|(?<![hs:])m(?!m?:)|[年月日]/i.test(bare) && !/^general$/i.test(bare);
}

/** Built-in formats that show a year and a month and no day. */
const builtInMonths: ReadonlySet<number> = new Set([17, 27, 36, 50, 52, 57]);

/** Whether a format code shows a year and a month and no day. */
function showsMonth(code: string): boolean {
  const quoted = code.replace(/\\.|_.|\*.|\[[^\]]*\]/g, '');
  const bare = quoted.replace(/"[^"]*"/g, '');
  return /y/i.test(bare) && /m/i.test(bare) && !/[dhs]/i.test(bare) && !/日/.test(quoted);
}

/** What a cell style makes of a number. */
export type DateStyle = 'number' | 'day' | 'month';

export const dateStyle = (format: number, code: string | undefined): DateStyle =>
  code === undefined
    ? builtInMonths.has(format)
      ? 'month'
      : isBuiltInDate(format)
        ? 'day'
        : 'number'
    : showsMonth(code)
      ? 'month'
      : showsDate(code)
        ? 'day'
        : 'number';

/** The styles of a workbook in which a number is more than it says. */
export interface DateStyles {
  readonly styles: readonly DateStyle[];
  /** Days between the workbook's day 0 and that of one that counts from 1900. */
  readonly moved: number;
}

/** Undefined where every number of a workbook is what it says, as in most. */
export function dateStylesOf(styles: readonly DateStyle[], date1904: boolean): DateStyles | undefined {
  return date1904 || styles.includes('month') ? { styles, moved: date1904 ? days1904 : 0 } : undefined;
}

/** A number as its cell shows it: days counted from 1900, months as such. */
export function styledNumber(value: number, style: number, dates: DateStyles | undefined): Cell {
  const kind = dates?.styles[style] ?? 'number';
  if (dates === undefined || kind === 'number') return value;
  const day = value + dates.moved;
  // Outside of these a number under a month format is no day; what it is, its field may know.
  return kind === 'month' && day >= 10000 && day < 100000 ? { monthOf: day } : day;
}

/** For each cell style of a workbook, what it makes of a number. */
export async function readDateStyles(chunks: AsyncIterable<Buffer>, limits: Limits): Promise<readonly DateStyle[]> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCellFormats = false;
  await readXml(chunks, limits, {
    open(name, text, from, to) {
      if (name === 'numFmt')
        codes.set(Number(attribute(text, from, to, 'numFmtId')), attribute(text, from, to, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) styles.push(Number(attribute(text, from, to, 'numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text() {},
  });
  return styles.map((format) => dateStyle(format, codes.get(format)));
}
