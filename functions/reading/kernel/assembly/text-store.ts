import { allocate, giveUp, lengthLeft, takeLeft } from './heap';

// Texts one behind the other: the length in units, and the units, or one byte a letter where that is enough.

/** Set beside the length of a text whose letters take a byte each. */
const narrow: i32 = 0x8000;
const replacement: i32 = 0xfffd;
const chunkBytes: i32 = 1 << 20;
/** Of a longest text, and what a chunk has at least. */
const leastBytes: i32 = 1 << 17;

/** Distinct texts so far, the empty one included, which has code 0 and stands nowhere. */
export let count: i32 = 1;
/** Where the place of each text stands by its code, in units of two bytes from the memory's beginning. */
export let startsAt: i32 = 0;
/** Set where a text with U+FFFD was added. */
export let isDamaged: i32 = 0;

let startsRoom: i32 = 0;
let at: i32 = 0;
let end: i32 = 0;

function makeRoom(bytes: i32): void {
  if (at + bytes <= end) return;
  const piece = takeLeft(leastBytes);
  at = piece === 0 ? allocate(chunkBytes) : piece;
  end = at + (piece === 0 ? chunkBytes : lengthLeft(piece));
}

/** The code of a text that stands apart from the others. */
export function reserve(): i32 {
  if (count >= startsRoom) {
    const room = startsRoom === 0 ? 1024 : startsRoom * 2;
    const starts = allocate(room * 4);
    memory.copy(starts, startsAt, startsRoom * 4);
    if (startsRoom * 4 >= leastBytes) giveUp(startsAt, startsRoom * 4);
    startsAt = starts;
    startsRoom = room;
  }
  count += 1;
  return count - 1;
}

/** Puts a text behind the others; gives its code. */
export function append(from: i32, to: i32, isNarrow: bool): i32 {
  const length = (to - from) >> 1;
  const bytes: i32 = 2 + (isNarrow ? (length + 1) & ~1 : length * 2);
  makeRoom(bytes);
  const code = reserve();
  store<i32>(startsAt + code * 4, at >> 1);
  store<u16>(at, <u16>(isNarrow ? length | narrow : length));
  if (isNarrow) {
    let letter = 0;
    for (; letter < length; letter += 1) store<u8>(at + 2 + letter, load<u8>(from + letter * 2));
    if ((letter & 1) !== 0) store<u8>(at + 2 + letter, 0);
  } else {
    for (let unit = from; unit < to; unit += 2) {
      const letter = load<u16>(unit);
      if (<i32>letter === replacement) isDamaged = 1;
      store<u16>(at + 2 + (unit - from), letter);
    }
  }
  at += bytes;
  return code;
}

/** Whether the text at `start`, before which its length stands, is the one from `from` to before `to`. */
export function holds(start: i32, from: i32, to: i32, isNarrow: bool): bool {
  const length = (to - from) >> 1;
  if (<i32>load<u16>(start) !== (isNarrow ? length | narrow : length)) return false;
  const own = start + 2;
  let letter = 0;
  if (isNarrow) {
    for (; letter + 8 <= length; letter += 8) {
      const stands = i16x8.extend_low_i8x16_u(v128.load64_zero(own + letter));
      if (!i16x8.all_true(i16x8.eq(stands, v128.load(from + letter * 2)))) return false;
    }
    for (; letter < length; letter += 1) if (<u16>load<u8>(own + letter) !== load<u16>(from + letter * 2)) return false;
    return true;
  }
  for (; letter + 4 <= length; letter += 4) if (load<u64>(own + letter * 2) !== load<u64>(from + letter * 2)) return false;
  for (; letter < length; letter += 1) if (load<u16>(own + letter * 2) !== load<u16>(from + letter * 2)) return false;
  return true;
}

/** Where a text stands. */
export function startOf(code: i32): i32 {
  return load<i32>(startsAt + code * 4) << 1;
}

/** Bytes of a text and its length, by what stands before it. */
export function bytesOf(head: i32): i32 {
  return 2 + ((head & narrow) !== 0 ? ((head ^ narrow) + 1) & ~1 : head * 2);
}

/** Writes the units of the text at `start` to `to`; gives where they end. */
export function unpack(start: i32, to: i32): i32 {
  const head = <i32>load<u16>(start);
  const length = head & ~narrow;
  if ((head & narrow) !== 0)
    for (let letter = 0; letter < length; letter += 1) store<u16>(to + letter * 2, load<u8>(start + 2 + letter));
  else memory.copy(to, start + 2, length * 2);
  return to + length * 2;
}
