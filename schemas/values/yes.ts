import { withoutSpaces } from './blank-characters.ts';
import type { Cell } from './cell.ts';

const yes = new Set(['是', '√', '1', 'Y', '有']);
const no = new Set(['否', '×', '0', 'N', '无']);

/** Undefined where a cell says neither yes nor no; a blank one is the caller's to judge. */
export function readYes(cell: Cell): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell !== 'string' && typeof cell !== 'number') return undefined;
  const word = typeof cell === 'number' ? String(cell) : withoutSpaces(cell).normalize('NFKC').toUpperCase();
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}
