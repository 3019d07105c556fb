import { withoutSpaces } from './blank-characters.ts';
import { type Cell, isErrorCell } from './cell.ts';
import { type RepairNotes, repairBits } from './repairs.ts';
import { decimalText, readText } from './text.ts';

/** A bank account as far as it can be read. `digits` is '' where it is no account; `written` is for people. */
export interface Account {
  readonly digits: string;
  readonly written: string;
}

const shortest = 8;
const longest = 32;

/** The text is an account as it stands, as in nearly every cell: 8 to 32 digits and nothing else. */
export function isPlainAccount(text: string): boolean {
  if (text.length < shortest || text.length > longest) return false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}

const apostrophes = /['‘’＇`｀]/g;
const hyphens = /[-‐‑‒–—―−﹣－]/g;

function fromText(written: string, notes: RepairNotes | undefined): string {
  if (isPlainAccount(written)) return written;
  const unquoted = written.replace(apostrophes, '');
  const compact = withoutSpaces(unquoted);
  const digits = compact.replace(hyphens, '').normalize('NFKC');
  if (!isPlainAccount(digits)) return '';
  if (notes !== undefined) {
    if (unquoted.length !== written.length) notes.bits |= repairBits.apostrophe;
    if (compact.length !== unquoted.length) notes.bits |= repairBits.space;
    if (/[０-９]/.test(compact)) notes.bits |= repairBits['full-width'];
  }
  return digits;
}

/**
 * Never fails: what is no account (无, a masked number, exponent form, a number cell with digits beyond the 15th) has no
 * digits and is noted as `account-unreadable`. A blank cell is no account and nothing to note.
 */
export function readAccount(cell: Cell, notes?: RepairNotes): Account {
  const written = isErrorCell(cell) ? cell.error : (readText(cell) ?? '');
  let digits = '';
  if (typeof cell === 'string') digits = fromText(cell, notes);
  else if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 1e7 && cell < 1e15) digits = decimalText(cell);
  if (digits === '' && notes !== undefined && withoutSpaces(written) !== '') notes.bits |= repairBits['account-unreadable'];
  return { digits, written };
}
