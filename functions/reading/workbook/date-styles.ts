import type { Limits } from '../limits.ts';
import { attribute } from './attribute-walker.ts';
import { readXml } from './read-xml.ts';

/** Days from day 0 of a workbook that counts from 1900 to that of one that counts from 1904. */
export const days1904 = 1462;

/** Built-in formats that show a day or a month, the East Asian ones among them (ECMA-376, 18.8.30). */
export function isBuiltInDate(format: number): boolean {
  return (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
}

/** Whether a format code shows a day, month or year: one of their letters outside quotes, escapes and brackets. */
export function showsDate(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[yd]|(?<![hs:])m(?!m?:)|[年月日]/i.test(bare) && !/^general$/i.test(bare);
}

/** For each cell style of a workbook, whether it shows its number as a date. */
export async function readDateStyles(chunks: AsyncIterable<Buffer>, limits: Limits): Promise<readonly boolean[]> {
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
  return styles.map((format) => {
    const code = codes.get(format);
    return code === undefined ? isBuiltInDate(format) : showsDate(code);
  });
}
