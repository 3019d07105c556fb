import type { Cell } from '../../../schemas/values/cell.ts';

const errorWords: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

const concatenation = 0x08;
const fixedFunction = [0x21, 0x41, 0x61];
const variableFunction = [0x22, 0x42, 0x62];

/** Functions whose result is always a text: FIXED, REPT, MID, TEXT, CHAR … CONCATENATE ([MS-XLS] 2.5.198.17). */
const textFunctions = [13, 14, 30, 31, 48, 111, 112, 113, 114, 115, 116, 118, 119, 120, 130, 214, 215, 336, 360];

/** The error that a BIFF error code stands for. */
export function biffError(code: number | undefined): Cell {
  return { error: errorWords[code ?? -1] ?? '#VALUE!' };
}

/**
 * Cached result of a FORMULA record; `undefined` where it is a text, which comes in the STRING record behind it, or an
 * empty one. LibreOffice writes the number 0 for a text: where the formula can only give a text, 0 is no result.
 */
export function formulaResult(data: Buffer): Cell {
  if (data.readUInt16LE(12) !== 0xffff) {
    const value = data.readDoubleLE(6);
    return value === 0 && givesText(data) ? { error: '公式没有计算结果' } : value;
  }
  if (data[6] === 1) return data[8] === 1;
  if (data[6] === 2) return biffError(data[8]);
  return undefined;
}

/** Whether the last operation of a formula, which is in reverse Polish notation, gives a text whatever its operands. */
function givesText(data: Buffer): boolean {
  const end = 22 + data.readUInt16LE(20);
  if (end > data.length || end < 26) return false;
  if (data[end - 1] === concatenation) return true;
  const called = fixedFunction.includes(data[end - 3] ?? 0) || variableFunction.includes(data[end - 4] ?? 0);
  return called && textFunctions.includes(data.readUInt16LE(end - 2));
}
