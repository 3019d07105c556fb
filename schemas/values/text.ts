import { withoutSpaces } from './blank-characters.ts';
import { type Cell, isErrorCell } from './cell.ts';

/**
 * A number by its shortest decimal form, never with an exponent. An integer conversion would show digits beyond the
 * 15th that no office ever wrote.
 */
export function decimalText(value: number): string {
  const shortest = String(value);
  const exponentAt = shortest.indexOf('e');
  if (exponentAt < 0) return shortest;
  const sign = shortest.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = shortest.slice(sign.length, exponentAt).split('.');
  const point = whole.length + Number(shortest.slice(exponentAt + 1));
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/** The words of a cell as written; undefined for an error cell. */
export function readText(cell: Cell): string | undefined {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return decimalText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell === undefined) return '';
  return isErrorCell(cell) ? undefined : decimalText(cell.monthOf);
}

/** ASCII without blanks, common Han: neither NFKC nor the removal of white space would change it. */
export const isPlainUnit = (unit: number): boolean => (unit > 0x20 && unit < 0x7f) || (unit >= 0x4e00 && unit <= 0x9fff);

/** True where neither NFKC nor the removal of white space would change anything. */
export function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isPlainUnit(text.charCodeAt(at))) return false;
  return true;
}

/** How numbers of households and certificates are compared: NFKC, no white space. */
export function normaliseKey(text: string): string {
  return isPlain(text) ? text : withoutSpaces(text.normalize('NFKC'));
}
