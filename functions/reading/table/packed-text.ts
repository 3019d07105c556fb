/** A longer text would be no cell of any office: kept apart, so that what stands before a text is one unit. */
export const longest = 0x7fff;

/** Set beside the length of a text whose letters take a byte each, two to a unit: numbers, accounts, certificates. */
export const narrow = 0x8000;

/** Units that a text takes, by what stands before it: its length, and whether it is narrow. */
export const unitsAfter = (head: number): number => (head < narrow ? head : (head - narrow + 1) >> 1);

/**
 * Writes a text and what stands before it to the beginning of `to`; returns its hash. A cell is a piece of a longer text,
 * whose letters take long to come by: each is asked for once.
 */
export function pack(text: string, to: Uint16Array): number {
  const length = text.length;
  let hash = length;
  let all = 0;
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    to[at + 1] = unit;
    all |= unit;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  to[0] = length;
  if (all <= 0xff) {
    to[0] = length + narrow;
    // Beyond an odd text stands a letter of the text before.
    to[length + 1] = 0;
    for (let at = 1; at <= length; at += 2) to[(at + 1) >> 1] = to[at]! + to[at + 1]! * 256;
  }
  return hash ^ (hash >>> 13);
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
