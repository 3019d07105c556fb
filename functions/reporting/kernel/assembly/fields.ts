import { allocate, copy } from './heap';
import { linesOf } from './lines';
import { unitsAt } from './units';
import { isSurrogate, mostBytes, putText, putUnit } from './utf8';

// The fields of a row, each with what it says as it will be written: most say the same from row to row.

export const mostFields: i32 = 32;
const fieldBytes: i32 = 32;
const fieldsAt: i32 = 1 << 12;
// Of a field: where it stands, its bytes, the room for them, its lines.
const atOf: i32 = 0;
const lengthOf: i32 = 4;
const roomOf: i32 = 8;
const linesAt: i32 = 12;

const ampersand: i32 = 0x26;
const less: i32 = 0x3c;
const greater: i32 = 0x3e;
const underscore: i32 = 0x5f;
const letterX: i32 = 0x78;
const blank: i32 = 0x20;

export function forgetFields(): void {
  memory.fill(fieldsAt, 0, mostFields * fieldBytes);
}

function field(number: i32): i32 {
  return fieldsAt + number * fieldBytes;
}

export function placeOf(number: i32): i32 {
  return load<i32>(field(number), atOf);
}

export function bytesOf(number: i32): i32 {
  return load<i32>(field(number), lengthOf);
}

export function linesOfField(number: i32): i32 {
  return load<i32>(field(number), linesAt);
}

/** Where a field's text of so many units is written, `more` bytes included. */
function begin(number: i32, units: i32, more: i32): i32 {
  const bytes = units * mostBytes + more;
  const own = field(number);
  if (load<i32>(own, roomOf) < bytes) {
    const room = bytes + (bytes >> 1) + 64;
    store<i32>(own, allocate(room), atOf);
    store<i32>(own, room, roomOf);
  }
  return load<i32>(own, atOf);
}

function end(number: i32, to: i32): void {
  store<i32>(field(number), to - placeOf(number), lengthOf);
}

/** The field says nothing that takes more than a line. */
export function setLines(number: i32, lines: i32): void {
  store<i32>(field(number), lines, linesAt);
}

/** The text as it stands, between what stands before and behind it. */
export function setRaw(number: i32, units: i32, before: i32, beforeLength: i32, after: i32, afterLength: i32): void {
  let to = begin(number, units, beforeLength + afterLength + 32);
  copy(to, before, beforeLength);
  to = putText(units, to + beforeLength);
  copy(to, after, afterLength);
  end(number, to + afterLength);
}

/**
 * The text of a cell, with its lines; false where it does not stand in its cell as it is (see `cellText`): then the host
 * writes the cell's content, and only the lines are known.
 */
export function setCell(number: i32, units: i32, room: f64, before: i32, beforeLength: i32, after: i32, afterLength: i32): bool {
  store<i32>(field(number), linesOf(units, room), linesAt);
  const last = unitsAt + units * 2;
  if (<i32>load<u16>(unitsAt) <= blank || <i32>load<u16>(last - 2) <= blank) return false;
  let to = begin(number, units, beforeLength + afterLength + 32);
  copy(to, before, beforeLength);
  to += beforeLength;
  for (let from = unitsAt; from < last; from += 2) {
    const unit = <i32>load<u16>(from);
    if (unit < 0x80) {
      if (unit < blank || unit === ampersand || unit === less || unit === greater) return false;
      if (unit === underscore && from + 2 < last && <i32>load<u16>(from + 2) === letterX) return false;
    } else if (isSurrogate(unit) || unit >= 0xfffe) return false;
    to = putUnit(to, unit);
  }
  copy(to, after, afterLength);
  end(number, to + afterLength);
  return true;
}
