/**
 * A text's hash, its units taken two at a time: what takes time is each multiplication's waiting for the one before. Bit 0
 * tells whether every letter of the text takes a byte.
 */
export function hashOf(from: i32, to: i32): i32 {
  let hash = (to - from) >> 1;
  let all: u32 = 0;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const pair = load<u32>(at);
    all |= pair;
    hash = (hash ^ <i32>pair) * 0x2c1b3c6d;
    hash ^= hash >>> 15;
  }
  if (at < to) {
    const last = <u32>load<u16>(at);
    all |= last;
    hash = (hash ^ <i32>last) * 0x2c1b3c6d;
    hash ^= hash >>> 15;
  }
  hash *= 0x297a2d39;
  hash ^= hash >>> 15;
  return (all & 0xff00ff00) === 0 ? hash | 1 : hash & ~1;
}
