import { withoutSpaces } from './blank-characters.ts';
import type { Cell } from './cell.ts';
import { isPlain } from './text.ts';

/** A whole number from 0; `1,234`, `3.0` and full-width digits too. Undefined for anything else. */
export function readCount(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) && cell >= 0 ? cell + 0 : undefined;
  if (typeof cell !== 'string') return undefined;
  const text = isPlain(cell) ? cell : withoutSpaces(cell).normalize('NFKC');
  const digits = /^(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.0+)?$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}
