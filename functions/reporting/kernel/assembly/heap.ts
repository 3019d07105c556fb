const pageBits: i32 = 16;
/** The memory grows by so many pages at once: each time the host has to look at it anew. */
const growth: i32 = 16;

/** What stands below is the fields' and the compiler's. */
const beginning: i32 = 1 << 16;

let top: i32 = beginning;

/** Memory of so many bytes, and a vector's length behind them that may be written over. Traps where there is no more. */
export function allocate(bytes: i32): i32 {
  const at = top;
  top = (top + bytes + 31) & ~15;
  if (top < at) unreachable();
  const missing = ((top + (1 << pageBits) - 1) >>> pageBits) - memory.size();
  if (missing > 0 && memory.grow(max(missing, growth)) < 0 && memory.grow(missing) < 0) unreachable();
  return at;
}

/** All that was handed out is free again. */
export function freeAll(): void {
  top = beginning;
}

/** Copies by vectors: up to fifteen bytes behind `to` and what is copied may be written over too. */
export function copy(to: i32, from: i32, length: i32): void {
  for (let at = 0; at < length; at += 16) v128.store(to + at, v128.load(from + at));
}
