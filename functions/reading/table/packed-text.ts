/** A longer text would be no cell of any office: kept apart, so that what stands before a text is one unit. */
export const longest = 0x7fff;

/** Set beside the length of a text whose letters take a byte each, two to a unit: numbers, accounts, certificates. */
export const narrow = 0x8000;

/** Units that a text takes, by what stands before it: its length, and whether it is narrow. */
export const unitsAfter = (head: number): number => (head < narrow ? head : (head - narrow + 1) >> 1);

/**
 * A text's hash, its units taken two at a time: what takes time is each multiplication's waiting for the one before.
 * Bit 0 tells whether the text is narrow.
 */
export function hashUnits(units: Uint16Array, from: number, to: number): number {
  let hash = to - from;
  let all = 0;
  let at = from;
  for (; at + 1 < to; at += 2) {
    const pair = units[at]! | (units[at + 1]! << 16);
    all |= pair;
    hash = Math.imul(hash ^ pair, 0x2c1b3c6d);
    hash ^= hash >>> 15;
  }
  if (at < to) {
    all |= units[at]!;
    hash = Math.imul(hash ^ units[at]!, 0x2c1b3c6d);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x297a2d39);
  hash ^= hash >>> 15;
  return (all & 0xff00ff00) === 0 ? hash | 1 : hash & ~1;
}

export function isNarrowText(units: Uint16Array, from: number, length: number): boolean {
  for (let at = from; at < from + length; at += 1) if (units[at]! > 0xff) return false;
  return true;
}

/** Writes a text and what stands before it to the beginning of `to`. */
export function pack(units: Uint16Array, from: number, length: number, isNarrow: boolean, to: Uint16Array): void {
  to[0] = isNarrow ? length + narrow : length;
  if (!isNarrow) for (let at = 0; at < length; at += 1) to[at + 1] = units[from + at]!;
  else for (let at = 0; at < length; at += 2) to[(at >> 1) + 1] = narrowPair(units, from + at, from + length);
}

/** The letter at `at` and the one behind it, which may be beyond the end, in one unit. */
const narrowPair = (units: Uint16Array, at: number, end: number) =>
  at + 1 < end ? units[at]! | (units[at + 1]! << 8) : units[at]!;

/** Whether a text and what stands before it stand at `chunk[at]`. */
export function holds(
  chunk: Uint16Array,
  at: number,
  units: Uint16Array,
  from: number,
  length: number,
  isNarrow: boolean,
): boolean {
  if (chunk[at] !== (isNarrow ? length + narrow : length)) return false;
  if (!isNarrow) {
    for (let unit = 0; unit < length; unit += 1) if (chunk[at + 1 + unit] !== units[from + unit]) return false;
    return true;
  }
  for (let unit = 0; unit < length; unit += 2) {
    if (chunk[at + 1 + (unit >> 1)] !== narrowPair(units, from + unit, from + length)) return false;
  }
  return true;
}

/** Writes the units of the text before which `chunk[from]` stands to the beginning of `to`. */
export function unpack(chunk: Uint16Array, from: number, to: Uint16Array): void {
  const head = chunk[from]!;
  if (head < narrow) for (let at = 0; at < head; at += 1) to[at] = chunk[from + 1 + at]!;
  for (let at = 0; at < head - narrow; at += 1) {
    const unit = chunk[from + 1 + (at >> 1)]!;
    to[at] = (at & 1) === 0 ? unit & 0xff : unit >>> 8;
  }
}

/** The narrow text before which `chunk[from]` stands. */
export function narrowText(chunk: Uint16Array, from: number): string {
  const length = chunk[from]! - narrow;
  const letters: number[] = [];
  for (let at = 0; at < length; at += 1) {
    const unit = chunk[from + 1 + (at >> 1)]!;
    letters.push((at & 1) === 0 ? unit & 0xff : unit >>> 8);
  }
  return String.fromCharCode.apply(null, letters);
}
