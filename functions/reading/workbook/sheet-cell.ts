import type { Cell } from '../../../schemas/values/cell.ts';
import { unescapeOffice } from './xml-text.ts';

/** A formula whose result was never computed, as some programs write it: taken for blank it would be read wrongly. */
const uncomputed = { error: '公式没有计算结果' } as const;

const decimal = /^[-+.\deE]+$/;

/**
 * Value of a cell of type `type` (`t`, `n` where there is none) with these words in it. Shared strings, which need the
 * workbook, are the caller's. `undefined` is blank; an unknown type gives `null`.
 */
export function sheetCell(type: string, words: string, formula: boolean): Cell | null {
  switch (type) {
    case 'n':
      return numberCell(words.trim(), formula);
    case 'str':
    case 'inlineStr':
      return unescapeOffice(words);
    case 'b':
      return words === '' ? undefined : words.trim() === '1' || words.trim() === 'true';
    case 'e':
      return { error: words === '' ? '#VALUE!' : words };
    case 'd':
      return words;
    default:
      return null;
  }
}

function numberCell(words: string, formula: boolean): Cell {
  if (words === '') return formula ? uncomputed : undefined;
  const value = decimal.test(words) ? Number(words) : Number.NaN;
  return Number.isFinite(value) ? value : { error: words };
}
