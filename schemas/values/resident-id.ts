import { type Cell, isErrorCell } from './cell.ts';
import { type Day, makeDay } from './day.ts';
import { type RepairKind, repairBits, repairsOf } from './repairs.ts';
import { normaliseIdText } from './resident-id-text.ts';
import { decimalText, readText } from './text.ts';

/** What can be wrong with an id; the first that holds counts. */
export const idProblems = ['none', 'missing', 'format', 'precision-lost', 'birth-date', 'check-digit'] as const;
export type IdProblem = (typeof idProblems)[number];

/** The place of each in that list: a column keeps it as one byte. */
export const idProblemCodes = Object.fromEntries(idProblems.map((problem, at) => [problem, at])) as Readonly<
  Record<IdProblem, number>
>;
const {
  none,
  missing,
  format,
  'precision-lost': precisionLost,
  'birth-date': birthDate,
  'check-digit': checkDigit,
} = idProblemCodes;

/** A resident id (or a permit with the same check digit) as a row holds it. */
export interface ResidentId {
  /** For people: normalised where that has 18 characters, else as written, trimmed. */
  readonly text: string;
  /** An id whose problem is `none` is usable. */
  readonly problem: IdProblem;
  /** 18 characters that identify (problem `none`, `birth-date` or `check-digit`), else ''. */
  readonly normalised: string;
  /** The first 15 digits of a `precision-lost` id that still has them, else ''. */
  readonly lostDigits: string;
}

/**
 * An id taken apart for typed columns, written over by every call of `scanResidentId`. `high` is its first eight digits,
 * `low` the next nine, `tail` the check character (10 = X); they count where `width` is 18.
 */
export interface IdScan {
  text: string;
  problem: number;
  width: 0 | 18;
  high: number;
  low: number;
  tail: number;
  lostDigits: string;
  /** Of `repairBits`. */
  repairs: number;
  /** Category and grade of a disability certificate (`43`, `43B1`), else ''. */
  disability: string;
}

export const newIdScan = (): IdScan => ({
  text: '',
  problem: none,
  width: 0,
  high: 0,
  low: 0,
  tail: 0,
  lostDigits: '',
  repairs: 0,
  disability: '',
});

/** Weights of the first 17 characters, GB 11643-1999: 2 to the power of 17 … 1, modulo 11. */
export const checkFactors = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character (`0`–`9`, `X`) of an id's first 17 digits. */
export function checkCharacter(seventeenDigits: string): string {
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += (seventeenDigits.charCodeAt(at) - 48) * checkFactors[at]!;
  return '10X98765432'[sum % 11]!;
}

/**
 * Reads 18 characters; false where they are not 17 digits and a digit or X, or one character throughout. Else all of `out` is
 * set. The kernel of `functions/reading` reads them so too, where they stand in a text file.
 */
function scanEighteen(text: string, latestBirth: Day, out: IdScan): boolean {
  let high = 0;
  let low = 0;
  // The check character's sum: each digit counts twice as much as the one behind it.
  let sum = 0;
  let differs = 0;
  const first = text.charCodeAt(0) - 48;
  for (let at = 0; at < 17; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return false;
    if (at < 8) high = high * 10 + digit;
    else low = low * 10 + digit;
    sum = sum * 2 + digit;
    differs |= digit ^ first;
  }
  const last = text.charCodeAt(17);
  const tail = last === 88 ? 10 : last - 48;
  if (tail < 0 || tail > 10 || (tail === 10 && last !== 88) || (differs | (tail ^ first)) === 0) return false;
  const born = makeDay((high % 100) * 100 + Math.floor(low / 1e7), Math.floor(low / 1e5) % 100, Math.floor(low / 1000) % 100);
  const right = (12 - ((sum * 2) % 11)) % 11 === tail;
  out.text = text;
  out.high = high;
  out.low = low;
  out.tail = tail;
  out.width = 0;
  if (!right && tail === 0 && low % 100 === 0) {
    out.problem = precisionLost;
    out.lostDigits = text.slice(0, 15);
    return true;
  }
  out.width = 18;
  out.problem = born === undefined || born > latestBirth ? birthDate : right ? none : checkDigit;
  return true;
}

const exponentForm = /^(\d+)(?:\.(\d+))?E[+-]?\d+$/i;

function scanOther(written: string, wasNumber: boolean, latestBirth: Day, out: IdScan): void {
  const { text, repairs } = normaliseIdText(written);
  out.repairs = repairs;
  out.text = text.length === 18 ? text : written.trim();
  if (text === '') {
    out.problem = missing;
    return;
  }
  out.problem = format;
  if (text.length > 0 && text === text[0]!.repeat(text.length)) return;
  const exponent = exponentForm.exec(text);
  const digits = exponent === null ? text.replace('.', '') : exponent[1]! + (exponent[2] ?? '');
  if (exponent !== null || (wasNumber && /^\d{16,}$/.test(digits))) {
    out.problem = precisionLost;
    out.lostDigits = /^\d{15}/.exec(digits)?.[0] ?? '';
    return;
  }
  if (/^\d{15}$/.test(text)) {
    const seventeen = `${text.slice(0, 6)}19${text.slice(6)}`;
    out.repairs |= repairBits['fifteen-digits'];
    scanEighteen(seventeen + checkCharacter(seventeen), latestBirth, out);
  } else if (text.length === 18) {
    scanEighteen(text, latestBirth, out);
  } else if (text.length >= 20 && text.length <= 22) {
    out.repairs |= repairBits['disability-certificate'];
    out.disability = text.slice(18);
    out.text = text.slice(0, 18);
    scanEighteen(out.text, latestBirth, out);
  }
}

/**
 * Reads an id cell into `out`; never fails, an id that cannot be read has a problem. `latestBirth` is the later of the
 * as-of date and the period's last day. The 18 plain characters that nearly every cell holds take no allocation.
 */
export function scanResidentId(cell: Cell, latestBirth: Day, out: IdScan): void {
  out.width = 0;
  out.high = out.low = out.tail = 0;
  out.lostDigits = '';
  out.disability = '';
  out.repairs = 0;
  if (typeof cell === 'string') {
    if (cell.length === 18 && scanEighteen(cell, latestBirth, out)) return;
    scanOther(cell, false, latestBirth, out);
  } else if (typeof cell === 'number') {
    scanOther(decimalText(cell), true, latestBirth, out);
  } else {
    scanOther(isErrorCell(cell) ? cell.error : (readText(cell) ?? ''), false, latestBirth, out);
  }
}

/** The 18 characters of packed parts. Few need a zero in front, and to ask for one takes longer than the digits. */
export const unpackedId = (high: number, low: number, tail: number): string =>
  (high >= 10_000_000 ? String(high) : String(high).padStart(8, '0')) +
  (low >= 100_000_000 ? String(low) : String(low).padStart(9, '0')) +
  (tail === 10 ? 'X' : tail);

/** One id cell, with the repairs that reading it took. */
export function readResidentId(
  cell: Cell,
  latestBirth: Day,
): { readonly id: ResidentId; readonly repairs: readonly RepairKind[]; readonly disability?: string } {
  const scan = newIdScan();
  scanResidentId(cell, latestBirth, scan);
  const id: ResidentId = {
    text: scan.text,
    problem: idProblems[scan.problem]!,
    normalised: scan.width === 18 ? scan.text : '',
    lostDigits: scan.lostDigits,
  };
  const repairs = repairsOf(scan.repairs);
  return scan.disability === '' ? { id, repairs } : { id, repairs, disability: scan.disability };
}
