import type { FieldKind } from '../../../schemas/sources/source.ts';
import { type Day, firstOfMonth, firstOfNextMonth, makeDay } from '../../../schemas/values/day.ts';
import type { MoneyUnit } from '../../../schemas/values/money.ts';

/** The value of what stands from `from` to before `to`; −1 for all that is to be read with care. */
export type QuickNumber = (units: Uint16Array, from: number, to: number) => number;

const zero = 48;
const dot = 46;
const hyphen = 45;

/**
 * Fen of yuan written as nearly every file writes them (`300`, `300.5`, `300.00`); −1 for all else, which is for
 * `readMoney` to judge.
 */
function quickFen(units: Uint16Array, from: number, to: number): number {
  if (from === to || to - from > 12) return -1;
  let value = 0;
  let decimals = -1;
  for (let at = from; at < to; at += 1) {
    const unit = units[at]!;
    if (unit === dot) {
      if (decimals >= 0 || at === from) return -1;
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

/** −1 where not all are digits; at most nine of them. */
function digits(units: Uint16Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = units[at]! - zero;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** yyyymmdd of `2020-05-03` and `20200503`; −1 for all else, which is for `readDay` to judge. */
function quickDay(units: Uint16Array, from: number, to: number): number {
  const length = to - from;
  if (length === 10 && units[from + 4] === hyphen && units[from + 7] === hyphen) {
    return makeDay(digits(units, from, from + 4), digits(units, from + 5, from + 7), digits(units, from + 8, to)) ?? -1;
  }
  if (length !== 8) return -1;
  return makeDay(digits(units, from, from + 4), digits(units, from + 4, from + 6), digits(units, from + 6, to)) ?? -1;
}

/** The first day of `2020-05` and `202005`; −1 for all else. */
function quickFirst(units: Uint16Array, from: number, to: number): number {
  const length = to - from;
  if (length !== 6 && (length !== 7 || units[from + 4] !== hyphen)) return -1;
  return makeDay(digits(units, from, from + 4), digits(units, to - 2, to), 1) ?? -1;
}

/** What `readMonth` reads, of months and days in plain digits; −1 for all else. */
function quickMonth(units: Uint16Array, from: number, to: number): number {
  if (to - from < 8) return quickFirst(units, from, to);
  const day = quickDay(units, from, to);
  return day < 0 ? -1 : firstOfMonth(day as Day);
}

/** What `readStart` reads, of months and days in plain digits; −1 for all else. */
function quickStart(units: Uint16Array, from: number, to: number): number {
  return to - from < 8 ? quickFirst(units, from, to) : quickDay(units, from, to);
}

/** What `readEnd` reads, of months and days in plain digits; −1 for all else. */
function quickEnd(units: Uint16Array, from: number, to: number): number {
  if (to - from >= 8) return quickDay(units, from, to);
  const first = quickFirst(units, from, to);
  return first < 0 ? -1 : firstOfNextMonth(first as Day);
}

/** A count of up to four digits; −1 for all else, which is for `readCount` to judge. */
function quickCount(units: Uint16Array, from: number, to: number): number {
  return from === to || to - from > 4 ? -1 : digits(units, from, to);
}

const never: QuickNumber = () => -1;

export function quickNumber(kind: FieldKind, unit: MoneyUnit): QuickNumber {
  switch (kind) {
    case 'money':
      return unit === '元' ? quickFen : never;
    case 'day':
      return quickDay;
    case 'month':
      return quickMonth;
    case 'start':
      return quickStart;
    case 'end':
      return quickEnd;
    default:
      return quickCount;
  }
}
