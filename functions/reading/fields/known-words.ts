const places = 64;
const longest = 8;

/** The few words of a choice by their units. Words of one place push each other out: it only remembers. */
export class KnownWords {
  readonly #units = new Uint16Array(places * longest);
  readonly #lengths = new Uint8Array(places);
  readonly #codes = new Int32Array(places);

  /** The code kept with the word from `from` to before `to`; −1 where none is. */
  codeOf(units: Uint16Array, from: number, to: number): number {
    const place = placeOf(units, from, to);
    const length = to - from;
    if (this.#lengths[place] !== length) return -1;
    const start = place * longest;
    for (let at = 0; at < length; at += 1) if (this.#units[start + at] !== units[from + at]) return -1;
    return this.#codes[place]!;
  }

  /** A long or empty word is not kept. */
  keep(units: Uint16Array, from: number, to: number, code: number): void {
    const length = to - from;
    if (length === 0 || length > longest) return;
    const place = placeOf(units, from, to);
    this.#lengths[place] = length;
    this.#codes[place] = code;
    for (let at = 0; at < length; at += 1) this.#units[place * longest + at] = units[from + at]!;
  }
}

const placeOf = (units: Uint16Array, from: number, to: number): number =>
  (units[from]! + units[to - 1]! * 7 + (to - from) * 13) & (places - 1);
