import {
  blanksAt,
  boundsAt,
  bytesAt,
  carefulAt,
  carefulBytes,
  columnBytes,
  columnsAt,
  firstsAt,
  mostCells,
  mostRows,
  ordinaryAt,
  textBytes,
  textsAt,
  unitsAt,
  valuesAt,
} from './memory-plan';
import * as numbers from './numbers';
import { damaged, replacement } from './records';
import { putBlankId, putId } from './resident-id';
import { keep, unknown, valueKept } from './words';

// Kinds of column, as the host numbers them.
const idKind: i32 = 0;
const textKind: i32 = 1;
const keyKind: i32 = 2;
const accountKind: i32 = 3;
const choiceKind: i32 = 4;
const yesKind: i32 = 5;
const countKind: i32 = 6;
const moneyKind: i32 = 7;
const dayKind: i32 = 8;
const monthKind: i32 = 9;
const startKind: i32 = 10;
const endKind: i32 = 11;

const yes: i32 = 0x662f;
const no: i32 = 0x5426;
/** A longer text does not go into the pool as the others do. */
const longestText: i32 = 0x7fff;

/** Texts of the last call that the host has to find codes for, and cells that it has to read with care. */
export let texts: i32 = 0;
export let careful: i32 = 0;

/**
 * Reads records from `record` to before `end`, all of them without quotes, into the rows of this call, up to the first that
 * may be something else than a row of data, holds U+FFFD, has more columns than `width`, or none at `reach`. Returns how many
 * it has read.
 */
export function readRows(record: i32, end: i32, columns: i32, width: i32, reach: i32, sequenceAt: i32, latestBirth: i32): i32 {
  texts = 0;
  careful = 0;
  let row = 0;
  for (; record < end && row < mostRows; record += 1) {
    if (texts + columns > mostCells || careful + columns > mostCells) break;
    const first = load<i32>(firstsAt + record * 4);
    const cells = load<i32>(firstsAt + (record + 1) * 4) - 1 - first;
    if (cells > width || cells <= reach || !isOrdinary(first, cells, sequenceAt)) break;
    if (damaged !== 0 && holdsReplacement(first, cells)) break;
    let blanks = 0;
    for (let column = 0; column < columns; column += 1) {
      const setting = columnsAt + column * columnBytes;
      const position = load<i32>(setting);
      let from = unitsAt;
      let to = unitsAt;
      if (position < cells) {
        const place = boundsAt + (first + position) * 4;
        from += load<i32>(place) * 2;
        to += (load<i32>(place + 4) - 1) * 2;
      }
      const kind = load<i32>(setting, 4);
      if (from === to) {
        blanks |= load<i32>(setting, 8);
        putBlank(kind, column, row, load<i32>(setting, 12));
        if (load<i32>(setting, 16) !== 0) noteCareful(row, column, from, to);
      } else if (!putCell(kind, column, row, from, to, latestBirth)) noteCareful(row, column, from, to);
    }
    store<i32>(blanksAt + row * 4, blanks);
    row += 1;
  }
  return row;
}

/** By the first letter of its first filled cell a row of data and nothing else. */
function isOrdinary(first: i32, cells: i32, sequenceAt: i32): bool {
  const at = firstFilled(first, cells, 0);
  if (at === cells || !beginsOrdinary(first + at)) return false;
  if (at !== sequenceAt) return true;
  // A number under 序号 may be the count of a total row: its first text stands beside.
  const beside = firstFilled(first, cells, at + 1);
  return beside === cells || beginsOrdinary(first + beside);
}

/** U+FFFD, in a cell of the record. */
function holdsReplacement(first: i32, cells: i32): bool {
  const end = unitsAt + load<i32>(boundsAt + (first + cells) * 4) * 2;
  for (let at = unitsAt + load<i32>(boundsAt + first * 4) * 2; at < end; at += 2) {
    if (<i32>load<u16>(at) === replacement) return true;
  }
  return false;
}

function firstFilled(first: i32, cells: i32, from: i32): i32 {
  let at = from;
  for (; at < cells; at += 1) {
    const place = boundsAt + (first + at) * 4;
    if (load<i32>(place + 4) - load<i32>(place) !== 1) break;
  }
  return at;
}

function beginsOrdinary(bound: i32): bool {
  return load<u8>(ordinaryAt + <i32>load<u16>(unitsAt + load<i32>(boundsAt + bound * 4) * 2)) !== 0;
}

function noteCareful(row: i32, column: i32, from: i32, to: i32): void {
  const at = carefulAt + careful * carefulBytes;
  store<i32>(at, row);
  store<i32>(at, column, 4);
  store<i32>(at, (from - unitsAt) >> 1, 8);
  store<i32>(at, (to - unitsAt) >> 1, 12);
  careful += 1;
}

function put(column: i32, row: i32, value: i32): void {
  store<i32>(valuesAt + (column * mostRows + row) * 4, value);
}

function putBlank(kind: i32, column: i32, row: i32, value: i32): void {
  if (kind === idKind) putBlankId(column, row);
  else if (kind === yesKind) store<u8>(bytesAt + column * mostRows + row, <u8>value);
  else put(column, row, value);
}

/** False for a cell that the host reads with care. */
function putCell(kind: i32, column: i32, row: i32, from: i32, to: i32, latestBirth: i32): bool {
  switch (kind) {
    case idKind:
      return putId(column, row, from, to, latestBirth);
    case textKind:
    case keyKind:
    case accountKind:
    case choiceKind:
      return putWord(kind, column, row, from, to);
    case yesKind:
      return putYes(column, row, from, to);
    case countKind:
      return putNumber(column, row, numbers.count(from, to));
    case moneyKind:
      return putNumber(column, row, numbers.fen(from, to));
    case dayKind:
      return putNumber(column, row, numbers.day(from, to));
    case monthKind:
      return putNumber(column, row, numbers.month(from, to));
    case startKind:
      return putNumber(column, row, numbers.start(from, to));
    case endKind:
      return putNumber(column, row, numbers.end(from, to));
    default:
      return false;
  }
}

function putNumber(column: i32, row: i32, value: i32): bool {
  if (value < 0) return false;
  put(column, row, value);
  return true;
}

function putYes(column: i32, row: i32, from: i32, to: i32): bool {
  if (to - from !== 2) return false;
  const unit = <i32>load<u16>(from);
  if (unit !== yes && unit !== no) return false;
  store<u8>(bytesAt + column * mostRows + row, unit === yes ? 1 : 0);
  return true;
}

/** A text, key, account or choice: known from the rows above, or asked of the host; but a choice's words only the host tells. */
function putWord(kind: i32, column: i32, row: i32, from: i32, to: i32): bool {
  let value = valueKept(column, from, to);
  if (value === unknown) {
    if (kind === choiceKind || !isUsual(kind, from, to)) {
      // What stands there from another call may look like a text that was asked for.
      put(column, row, 0);
      return false;
    }
    value = ~texts;
    const at = textsAt + texts * textBytes;
    store<i32>(at, (from - unitsAt) >> 1);
    store<i32>(at, (to - unitsAt) >> 1, 4);
    texts += 1;
    keep(column, from, to, value);
  }
  put(column, row, value);
  return true;
}

/**
 * Whether a text is written as it is compared and as people read it. One that begins with a letter is none of blanks; of a
 * key every letter has to be a plain one, and an account has 8 to 32 digits.
 */
function isUsual(kind: i32, from: i32, to: i32): bool {
  const length = (to - from) >> 1;
  if (kind === accountKind) {
    if (length < 8 || length > 32) return false;
    for (let at = from; at < to; at += 2) if (<u32>(<i32>load<u16>(at) - 48) > 9) return false;
    return true;
  }
  if (length > longestText) return false;
  const end = kind === keyKind ? to : from + 2;
  for (let at = from; at < end; at += 2) if (!isPlain(<i32>load<u16>(at))) return false;
  return true;
}

/** As `isPlainUnit`. */
function isPlain(unit: i32): bool {
  return (unit > 0x20 && unit < 0x7f) || (unit >= 0x4e00 && unit <= 0x9fff);
}
