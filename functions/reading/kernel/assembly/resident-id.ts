import { makeDay } from './days';
import { bytesAt, mostColumns, mostRows, secondsAt, valuesAt } from './memory-plan';

const zero: i32 = 48;
const letterX: i32 = 88;

// As in `idProblems`.
const none: i32 = 0;
const missing: i32 = 1;
const birthDate: i32 = 4;
const checkDigit: i32 = 5;

function put(column: i32, row: i32, high: i32, low: i32, tail: i32, width: i32, problem: i32): void {
  const at = column * mostRows + row;
  store<i32>(valuesAt + at * 4, high);
  store<i32>(secondsAt + at * 4, low);
  store<u8>(bytesAt + at, <u8>tail);
  store<u8>(bytesAt + mostColumns * mostRows + at, <u8>width);
  store<u8>(bytesAt + 2 * mostColumns * mostRows + at, <u8>problem);
}

export function putBlankId(column: i32, row: i32): void {
  put(column, row, 0, 0, 0, 0, missing);
}

/**
 * Reads 18 characters that identify as they stand, as `scanResidentId` does; false for all that the host reads with care: other
 * letters, one digit throughout, digits that a spreadsheet has lost.
 */
export function putId(column: i32, row: i32, from: i32, to: i32, latestBirth: i32): bool {
  if (to - from !== 36) return false;
  let high = 0;
  let low = 0;
  let sum = 0;
  let differs = 0;
  const first = <i32>load<u16>(from) - zero;
  for (let at = 0; at < 8; at += 1) {
    const digit = <i32>load<u16>(from + at * 2) - zero;
    if (<u32>digit > 9) return false;
    high = high * 10 + digit;
    sum = sum * 2 + digit;
    differs |= digit ^ first;
  }
  for (let at = 8; at < 17; at += 1) {
    const digit = <i32>load<u16>(from + at * 2) - zero;
    if (<u32>digit > 9) return false;
    low = low * 10 + digit;
    sum = sum * 2 + digit;
    differs |= digit ^ first;
  }
  const last = <i32>load<u16>(from + 34);
  const tail = last === letterX ? 10 : last - zero;
  if (<u32>tail > 10 || (tail === 10 && last !== letterX) || (differs | (tail ^ first)) === 0) return false;
  const right = (12 - ((sum * 2) % 11)) % 11 === tail;
  if (!right && tail === 0 && low % 100 === 0) return false;
  const born = makeDay((high % 100) * 100 + low / 10_000_000, (low / 100_000) % 100, (low / 1000) % 100);
  const problem = born < 0 || born > latestBirth ? birthDate : right ? none : checkDigit;
  put(column, row, high, low, tail, 18, problem);
  return true;
}
