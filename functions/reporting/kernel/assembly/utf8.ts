import { unitsAt } from './units';

/** UTF-8 bytes of one unit, at most. */
export const mostBytes: i32 = 3;
const replacement: i32 = 0xfffd;

/** Writes a unit that is no surrogate; gives where it ends. */
export function putUnit(to: i32, unit: i32): i32 {
  if (unit < 0x80) {
    store<u8>(to, <u8>unit);
    return to + 1;
  }
  if (unit < 0x800) {
    store<u8>(to, <u8>(0xc0 | (unit >> 6)));
    store<u8>(to, <u8>(0x80 | (unit & 0x3f)), 1);
    return to + 2;
  }
  store<u8>(to, <u8>(0xe0 | (unit >> 12)));
  store<u8>(to, <u8>(0x80 | ((unit >> 6) & 0x3f)), 1);
  store<u8>(to, <u8>(0x80 | (unit & 0x3f)), 2);
  return to + 3;
}

export function isSurrogate(unit: i32): bool {
  return (unit & 0xf800) === 0xd800;
}

/** Writes the text of the first `length` units; gives where it ends. */
export function putText(length: i32, to: i32): i32 {
  const end = unitsAt + length * 2;
  for (let from = unitsAt; from < end; from += 2) {
    const unit = <i32>load<u16>(from);
    if (!isSurrogate(unit)) {
      to = putUnit(to, unit);
      continue;
    }
    to = putPair(to, from, end);
    if (isPair(from, end)) from += 2;
  }
  return to;
}

function isPair(from: i32, end: i32): bool {
  return <i32>load<u16>(from) < 0xdc00 && from + 2 < end && (<i32>load<u16>(from + 2) & 0xfc00) === 0xdc00;
}

/** Writes the surrogate at `from`, with the one behind it where they are a pair; half a pair is U+FFFD, as everywhere. */
function putPair(to: i32, from: i32, end: i32): i32 {
  if (!isPair(from, end)) return putUnit(to, replacement);
  const character = 0x10000 + (((<i32>load<u16>(from) & 0x3ff) << 10) | (<i32>load<u16>(from + 2) & 0x3ff));
  store<u8>(to, <u8>(0xf0 | (character >> 18)));
  store<u8>(to, <u8>(0x80 | ((character >> 12) & 0x3f)), 1);
  store<u8>(to, <u8>(0x80 | ((character >> 6) & 0x3f)), 2);
  store<u8>(to, <u8>(0x80 | (character & 0x3f)), 3);
  return to + 4;
}
