import { codesAt, longestWord, mostRows, valuesAt, wordBytes, wordPlaces, wordsAt } from './memory-plan';

const unitsOf: i32 = 8;

// The words that stood in a column lately: households, townships and heads repeat from row to row, choices have few words.
// Words of one place push each other out. A value below zero is a text that the host has been asked for, by its number: ~value.

/** No value of a word. */
export const unknown: i32 = i32.MIN_VALUE;

/** The word's place among those of its column. */
function placeOf(column: i32, from: i32, to: i32): i32 {
  const sign = <i32>load<u16>(from) + <i32>load<u16>(to - 2) * 7 + ((to - from) >> 1) * 13;
  return wordsAt + (column * wordPlaces + (sign & (wordPlaces - 1))) * wordBytes;
}

/** The value that was kept with what stands from byte `from` to before `to`. */
export function valueKept(column: i32, from: i32, to: i32): i32 {
  const place = placeOf(column, from, to);
  const length = to - from;
  if (load<i32>(place) !== length) return unknown;
  // From the end, where numbers differ that follow each other.
  let at = length;
  for (; at >= 8; at -= 8) {
    if (load<u64>(place + unitsOf + at - 8) !== load<u64>(from + at - 8)) return unknown;
  }
  for (; at > 0; at -= 2) {
    if (load<u16>(place + unitsOf + at - 2) !== load<u16>(from + at - 2)) return unknown;
  }
  return load<i32>(place + 4);
}

/** A long word is not kept. */
export function keep(column: i32, from: i32, to: i32, value: i32): void {
  const length = to - from;
  if (length > longestWord * 2) return;
  const place = placeOf(column, from, to);
  store<i32>(place, length);
  store<i32>(place + 4, value);
  memory.copy(place + unitsOf, from, length);
}

/** Puts the codes that the host has found in the places of the numbers that it was asked for by, of the column's first rows. */
export function settle(column: i32, rows: i32): void {
  let at = valuesAt + column * mostRows * 4;
  for (const end = at + rows * 4; at < end; at += 4) settleOne(at);
  at = wordsAt + column * wordPlaces * wordBytes;
  for (const end = at + wordPlaces * wordBytes; at < end; at += wordBytes) settleOne(at + 4);
}

function settleOne(at: i32): void {
  const value = load<i32>(at);
  if (value < 0) store<i32>(at, load<i32>(codesAt + ~value * 4));
}

/** The column has no words yet. */
export function forget(column: i32): void {
  memory.fill(wordsAt + column * wordPlaces * wordBytes, 0, wordPlaces * wordBytes);
}
