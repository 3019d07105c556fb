/**
 * By code points, which is not the order of `<`: letters beyond the first plane (rare surnames) come after all others,
 * while their surrogates sort before U+E000. The empty text is first.
 */
export function byCodePoints(one: string, other: string): number {
  if (one === other) return 0;
  const shared = Math.min(one.length, other.length);
  for (let at = 0; at < shared; at += 1) {
    const left = one.charCodeAt(at);
    const right = other.charCodeAt(at);
    if (left !== right) return weight(left) - weight(right);
  }
  return one.length - other.length;
}

const weight = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
