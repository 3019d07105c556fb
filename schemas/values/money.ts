import { withoutSpaces } from './blank-characters.ts';
import type { Cell } from './cell.ts';
import { type RepairNotes, writtenRepairs } from './repairs.ts';
import { isPlain } from './text.ts';

declare const fen: unique symbol;

/** Money in whole fen. Yuan stand only at the edges, as text. */
export type Fen = number & { readonly [fen]: true };

export type MoneyUnit = '元' | '分' | '万元';

/** One of the unit is 10 to this power in fen, so an amount in it can have as many decimals. */
const decimals: Readonly<Record<MoneyUnit, number>> = { 分: 0, 元: 2, 万元: 6 };

const amount = /^([-−]?)¥?([-−]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(元?)$/;

/** Number cells carry sums of binary fractions; a millionth of a yuan is noise, more is a third decimal. */
const noiseInFen = 1.00001e-4;

function fromNumber(value: number, unit: MoneyUnit): Fen | undefined {
  const scaled = value * 10 ** decimals[unit];
  const whole = Math.round(scaled) + 0;
  return Number.isSafeInteger(whole) && Math.abs(scaled - whole) <= noiseInFen ? (whole as Fen) : undefined;
}

function fromText(text: string, unit: MoneyUnit): Fen | undefined {
  const parts = amount.exec(text);
  if (parts === null) return undefined;
  const [, sign, innerSign, whole = '', fraction = '', suffix] = parts;
  // A cell that says 元 in a column of 分 or 万元 contradicts its heading: nobody can tell which of the two is meant.
  if ((sign && innerSign) || (suffix && unit !== '元')) return undefined;
  const places = decimals[unit];
  if (/[^0]/.test(fraction.slice(places))) return undefined;
  const value = Number(whole.replaceAll(',', '') + fraction.slice(0, places).padEnd(places, '0'));
  if (!Number.isSafeInteger(value)) return undefined;
  return ((sign || innerSign) && value !== 0 ? -value : value) as Fen;
}

/**
 * 10 billion yuan: no row of any list has as much, and thousands of rows below it still sum up to whole fen. A total row may
 * have more.
 */
const mostFen = 1e12;

/** Money, but more than a row can have: digits of another cell, or another unit than the heading says. */
export const isBeyondRow = (fen: number | undefined): boolean => fen !== undefined && Math.abs(fen) >= mostFen;

/** Plain digits, and nothing that could exceed a safe integer in fen. */
const plainWhole = /^\d{1,9}$/;

/**
 * Whole fen. Text must be exact to the fen (`1,234.50`, `￥`, `元`, full-width digits); a number cell may be off by a
 * millionth of a yuan. Undefined for anything else.
 */
export function readMoney(cell: Cell, unit: MoneyUnit = '元', notes?: RepairNotes): Fen | undefined {
  if (typeof cell === 'number') return fromNumber(cell, unit);
  if (typeof cell !== 'string') return undefined;
  if (plainWhole.test(cell)) return (Number(cell) * 10 ** decimals[unit]) as Fen;
  if (isPlain(cell)) return fromText(cell, unit);
  const value = fromText(withoutSpaces(cell).normalize('NFKC'), unit);
  if (value !== undefined && notes !== undefined) notes.bits |= writtenRepairs(cell);
  return value;
}

/** Yuan with two decimals and no grouping: `-1234.50`. */
export function yuanText(value: Fen | number): string {
  const digits = String(Math.abs(value)).padStart(3, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
