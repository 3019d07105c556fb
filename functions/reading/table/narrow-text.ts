/** Set beside the length of a text whose letters take a byte each, two to a unit: numbers, accounts, certificates. */
export const narrow = 0x8000;

/** True where every letter takes one byte. */
export const isNarrow = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0xff) return false;
  return true;
};

/** Units that a text takes, by what stands before it: its length, and whether it is narrow. */
export const unitsAfter = (head: number): number => (head < narrow ? head : (head - narrow + 1) >> 1);

/** A letter of a narrow text whose units begin at `from`. */
export const letterOf = (chunk: Uint16Array, from: number, at: number): number => {
  const unit = chunk[from + (at >> 1)]!;
  return (at & 1) === 0 ? unit & 0xff : unit >>> 8;
};
