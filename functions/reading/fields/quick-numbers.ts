import { makeDay } from '../../../schemas/values/day.ts';

const zero = 48;
const dot = 46;

/**
 * Fen of yuan written as nearly every file writes them (`300`, `300.5`, `300.00`); −1 for all else, which is for
 * `readMoney` to judge.
 */
export function quickFen(text: string): number {
  const { length } = text;
  if (length === 0 || length > 12) return -1;
  let value = 0;
  let decimals = -1;
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === dot) {
      if (decimals >= 0 || at === 0) return -1;
      decimals = 0;
      continue;
    }
    if (unit < zero || unit > zero + 9) return -1;
    value = value * 10 + unit - zero;
    if (decimals >= 0) decimals += 1;
  }
  if (decimals === 0 || decimals > 2) return -1;
  return decimals === 2 ? value : decimals === 1 ? value * 10 : value * 100;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** yyyymmdd of `2020-05-03` and `20200503`; −1 for all else, which is for `readDay` to judge. */
export function quickDay(text: string): number {
  if (text.length === 10 && text[4] === '-' && text[7] === '-') {
    return makeDay(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)) ?? -1;
  }
  if (text.length === 8) return makeDay(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8)) ?? -1;
  return -1;
}

/** A count of up to four digits; −1 for all else, which is for `readCount` to judge. */
export function quickCount(text: string): number {
  if (text.length === 0 || text.length > 4) return -1;
  const value = digits(text, 0, text.length);
  return Number.isNaN(value) ? -1 : value;
}
