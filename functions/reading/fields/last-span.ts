const longest = 64;

/** The cell that stood above in the same column: households, townships and heads repeat from row to row. */
export class LastSpan {
  readonly #units = new Uint16Array(longest);
  #length = -1;

  /** False for every cell until one is kept. */
  equals(units: Uint16Array, from: number, to: number): boolean {
    if (to - from !== this.#length) return false;
    const own = this.#units;
    // From the end, where numbers differ that follow each other.
    for (let at = to - from - 1; at >= 0; at -= 1) if (own[at] !== units[from + at]) return false;
    return true;
  }

  /** A long cell is not kept: nothing equals it. */
  keep(units: Uint16Array, from: number, to: number): void {
    this.#length = to - from <= longest ? to - from : -1;
    for (let at = 0; at < this.#length; at += 1) this.#units[at] = units[from + at]!;
  }
}
