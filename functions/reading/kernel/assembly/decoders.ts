import { encodedAt, pairsAt, unitsAt } from './memory-plan';

// Each decodes the bytes that the host has put at `encodedAt` into units from unit `first` on, and tells how many they are. A
// vector is written whole; what stands behind the last unit means nothing.

/** Bytes of GB18030 that the last call has decoded. */
export let decoded: i32 = 0;

/** Bytes of the letters of ASCII from `at` on, at most up to `end`; their units go to `to`. */
function ascii(at: i32, end: i32, to: i32): i32 {
  let from = at;
  for (; from < end; from += 16) {
    const block = v128.load(from);
    v128.store(to, i16x8.extend_low_i8x16_u(block));
    v128.store(to, i16x8.extend_high_i8x16_u(block), 16);
    const others = i8x16.bitmask(block);
    if (others !== 0) return min(from + ctz(others), end) - at;
    to += 32;
  }
  return end - at;
}

/** UTF-8 that is known to be sound, of whole characters. */
export function decodeUtf8(length: i32, first: i32): i32 {
  const end = encodedAt + length;
  const begin = unitsAt + first * 2;
  let to = begin;
  for (let at = encodedAt; at < end; ) {
    const letters = ascii(at, end, to);
    at += letters;
    to += letters * 2;
    for (; at < end; ) {
      const bytes = load<u32>(at);
      if ((bytes & 0x80) === 0) break;
      if ((bytes & 0xf0) === 0xe0) {
        store<u16>(to, ((bytes & 0xf) << 12) | ((bytes & 0x3f00) >> 2) | ((bytes >> 16) & 0x3f));
        at += 3;
        to += 2;
      } else if ((bytes & 0xe0) === 0xc0) {
        store<u16>(to, ((bytes & 0x1f) << 6) | ((bytes >> 8) & 0x3f));
        at += 2;
        to += 2;
      } else {
        const point =
          (((bytes & 7) << 18) | ((bytes & 0x3f00) << 4) | ((bytes >> 10) & 0xfc0) | ((bytes >> 24) & 0x3f)) - 0x10000;
        store<u16>(to, 0xd800 | (point >> 10));
        store<u16>(to, 0xdc00 | (point & 0x3ff), 2);
        at += 4;
        to += 4;
      }
    }
  }
  return (to - begin) >> 1;
}

const leads: i32 = 0x81;
const trails: i32 = 0x40;
const beyond: i32 = 0xff;
const noTrail: i32 = 0x7f;

/** Writes every pair of GB18030 to `encodedAt`, for the host to decode; returns how many bytes they are. */
export function writePairs(): i32 {
  let at = encodedAt;
  for (let lead = leads; lead < beyond; lead += 1) {
    for (let trail = trails; trail < beyond; trail += 1) {
      if (trail === noTrail) continue;
      store<u8>(at, <u8>lead);
      store<u8>(at, <u8>trail, 1);
      at += 2;
    }
  }
  return at - encodedAt;
}

/** Learns what the pairs at `encodedAt` are, from as many units at `unitsAt`. */
export function learnPairs(pairs: i32): void {
  for (let at = 0; at < pairs * 2; at += 2) {
    store<u16>(pairsAt + <i32>load<u16>(encodedAt + at) * 2, load<u16>(unitsAt + at));
  }
}

/**
 * GB18030, up to the first character that is neither a letter of ASCII nor a pair: one of four bytes, one cut at the end, or
 * none at all.
 */
export function decodeGb18030(length: i32, first: i32): i32 {
  const end = encodedAt + length;
  const begin = unitsAt + first * 2;
  let to = begin;
  let at = encodedAt;
  while (at < end) {
    const letters = ascii(at, end, to);
    at += letters;
    to += letters * 2;
    for (; at + 1 < end; at += 2) {
      const pair = <i32>load<u16>(at);
      const unit = (pair & 0x80) === 0 ? 0 : <i32>load<u16>(pairsAt + pair * 2);
      if (unit === 0) break;
      store<u16>(to, unit);
      to += 2;
    }
    if (at < end && (load<u8>(at) & 0x80) !== 0) break;
  }
  decoded = at - encodedAt;
  return (to - begin) >> 1;
}
