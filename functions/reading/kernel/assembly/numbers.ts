import { firstOfNextMonth, makeDay } from './days';

// Each reads the cell whose first unit stands at `from`, in bytes, and whose last before `to`. −1 for all that the host
// reads with care. A cell is not empty.

const zero: i32 = 48;
const dot: i32 = 46;
const hyphen: i32 = 45;
const largest: i64 = 0x7fffffff;

function unit(at: i32): i32 {
  return <i32>load<u16>(at);
}

/** Digits and nothing else, at most nine of them; −1 where there is another letter. */
function digits(from: i32, to: i32): i32 {
  let value = 0;
  for (let at = from; at < to; at += 2) {
    const digit = unit(at) - zero;
    if (<u32>digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Fen of yuan as nearly every file writes them: `300`, `300.5`, `300.00`. */
export function fen(from: i32, to: i32): i32 {
  if (to - from > 24) return -1;
  let value: i64 = 0;
  let decimals = -1;
  for (let at = from; at < to; at += 2) {
    const letter = unit(at);
    if (letter === dot) {
      if (decimals >= 0 || at === from) return -1;
      decimals = 0;
      continue;
    }
    const digit = letter - zero;
    if (<u32>digit > 9) return -1;
    value = value * 10 + digit;
    if (decimals >= 0) decimals += 1;
  }
  if (decimals === 0 || decimals > 2) return -1;
  value *= decimals === 2 ? 1 : decimals === 1 ? 10 : 100;
  return value > largest ? -1 : <i32>value;
}

/** `2020-05-03` and `20200503`. */
export function day(from: i32, to: i32): i32 {
  const length = (to - from) >> 1;
  if (length === 10 && unit(from + 8) === hyphen && unit(from + 14) === hyphen) {
    return makeDay(digits(from, from + 8), digits(from + 10, from + 14), digits(from + 16, to));
  }
  if (length !== 8) return -1;
  return makeDay(digits(from, from + 8), digits(from + 8, from + 12), digits(from + 12, to));
}

/** The first day of `2020-05` and `202005`. */
function first(from: i32, to: i32): i32 {
  const length = (to - from) >> 1;
  if (length !== 6 && (length !== 7 || unit(from + 8) !== hyphen)) return -1;
  return makeDay(digits(from, from + 8), digits(to - 4, to), 1);
}

const isMonth = (from: i32, to: i32): bool => to - from < 16;

/** The first of the month that a month or a day names. */
export function month(from: i32, to: i32): i32 {
  if (isMonth(from, to)) return first(from, to);
  const read = day(from, to);
  return read < 0 ? -1 : read - (read % 100) + 1;
}

/** The first day with assistance. */
export function start(from: i32, to: i32): i32 {
  return isMonth(from, to) ? first(from, to) : day(from, to);
}

/** The first day without: a month is the last one paid. */
export function end(from: i32, to: i32): i32 {
  if (!isMonth(from, to)) return day(from, to);
  const read = first(from, to);
  return read < 0 ? -1 : firstOfNextMonth(read);
}

/** Up to four digits. */
export function count(from: i32, to: i32): i32 {
  return to - from > 8 ? -1 : digits(from, to);
}
