import { bytesOf, forgetFields, linesOfField, placeOf } from './fields';
import { allocate, copy, freeAll } from './heap';
import { forgetUnits } from './units';

/** Rows one behind the other, until the host takes them. */
export let outputAt: i32 = 0;
export let used: i32 = 0;

let room: i32 = 0;
const leastRoom: i32 = 1 << 17;
/** Digits of a number of a row. */
const longestNumber: i32 = 12;

const zero: i32 = 48;

/** Where the next bytes go. */
function reserve(bytes: i32): i32 {
  if (used + bytes > room) {
    room = max(used + bytes + (bytes >> 1), leastRoom);
    const before = outputAt;
    outputAt = allocate(room);
    copy(outputAt, before, used);
  }
  return outputAt + used;
}

/** The host has taken what there is. */
export function clear(): void {
  used = 0;
}

/** Nothing is left of what was told and written; the memory stays. */
export function reset(): void {
  used = 0;
  room = 0;
  freeAll();
  forgetUnits();
  forgetFields();
}

const digitsAt: i32 = 64;

function writeDigits(number: i32): i32 {
  let length = 1;
  for (let rest = number; rest >= 10; rest /= 10) length += 1;
  let rest = number;
  for (let at = digitsAt + length - 1; at >= digitsAt; at -= 1) {
    store<u8>(at, <u8>(zero + (rest % 10)));
    rest /= 10;
  }
  return length;
}

/**
 * A row of a sheet: the words at `tables`, pairs of place and length, are what opens a row, what closes its opening for each
 * number of lines, what closes it, and for each field what opens its cell and what a blank one says.
 * `blanks` are the bits of the fields that are blank. Gives the bytes that wait.
 */
export function writeRow(number: i32, fields: i32, blanks: i32, tables: i32, mostLines: i32): i32 {
  let bytes = (fields + 1) * (longestNumber + 64) + 256;
  let lines = 1;
  for (let at = 0; at < fields; at += 1) {
    if (((blanks >> at) & 1) !== 0) continue;
    bytes += bytesOf(at);
    lines = max(lines, linesOfField(at));
  }
  let to = reserve(bytes);
  const digits = writeDigits(number);
  to = put(to, tables);
  to = putBytes(to, digitsAt, digits);
  to = put(to, tables + 8 + min(lines, mostLines) * 8);
  const first = tables + 8 + (mostLines + 2) * 8;
  for (let at = 0; at < fields; at += 1) {
    const own = first + at * 16;
    to = putBytes(put(to, own), digitsAt, digits);
    to = ((blanks >> at) & 1) !== 0 ? put(to, own + 8) : putBytes(to, placeOf(at), bytesOf(at));
  }
  to = put(to, tables + 8 + (mostLines + 1) * 8);
  used = to - outputAt;
  return used;
}

function put(to: i32, words: i32): i32 {
  return putBytes(to, load<i32>(words), load<i32>(words, 4));
}

function putBytes(to: i32, from: i32, length: i32): i32 {
  copy(to, from, length);
  return to + length;
}
