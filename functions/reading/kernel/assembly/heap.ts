import { endAt } from './memory-plan';

const pageBits: i32 = 16;
/** The memory grows by so many pages at once: each time the host has to look at it anew. */
const growth: i32 = 32;

let top: i32 = endAt;

/** Memory that tables have left: the address of the next such piece and its length stand at its beginning. */
let left: i32 = 0;

/** Zeros, for ever. Traps where there is no more memory. */
export function allocate(bytes: i32): i32 {
  const at = top;
  top = (top + bytes + 15) & ~15;
  if (top < at) unreachable();
  const missing = ((top + (1 << pageBits) - 1) >>> pageBits) - memory.size();
  if (missing > 0 && memory.grow(max(missing, growth)) < 0 && memory.grow(missing) < 0) unreachable();
  return at;
}

/** Gives memory up for what does not need zeros. */
export function giveUp(at: i32, bytes: i32): void {
  store<i32>(at, left);
  store<i32>(at, bytes, 4);
  left = at;
}

/** Of a piece that was given up and has at least `bytes`; 0 where there is none. Its length stands at its beginning. */
export function takeLeft(bytes: i32): i32 {
  let before: i32 = 0;
  for (let at = left; at !== 0; at = load<i32>(at)) {
    if (load<i32>(at, 4) >= bytes) {
      if (before === 0) left = load<i32>(at);
      else store<i32>(before, load<i32>(at));
      return at;
    }
    before = at;
  }
  return 0;
}

export function lengthLeft(at: i32): i32 {
  return load<i32>(at, 4);
}
