const longest = 64;

/** The cell that stood above in the same column and its code: households, townships and heads repeat from row to row. */
export class LastSpan {
  readonly #units = new Uint16Array(longest);
  #length = 0;
  #code = 0;

  /** The code of the cell that was kept where this is the same, which is not empty; else −1. */
  codeOf(units: Uint16Array, from: number, to: number): number {
    const length = to - from;
    if (length !== this.#length) return -1;
    const own = this.#units;
    // From the end, where numbers differ that follow each other.
    for (let at = length - 1; at >= 0; at -= 1) if (own[at] !== units[from + at]) return -1;
    return this.#code;
  }

  /** A long cell is not kept. */
  keep(units: Uint16Array, from: number, to: number, code: number): void {
    const length = to - from;
    if (length > longest) return;
    const own = this.#units;
    for (let at = 0; at < length; at += 1) own[at] = units[from + at]!;
    this.#length = length;
    this.#code = code;
  }
}
