const firstPlaces = 1 << 10;

/** More texts than this are not made room for before they are there: names come again. */
const mostExpected = 1 << 16;

/** Names, relations and categories: texts of up to this many units, which are found by their units alone. */
export const shortest = 4;

/**
 * Codes of short texts by open addressing. A place has sixteen bytes, the text itself among them, so that nearly every
 * look-up touches memory once; most cells that are no number are such texts.
 */
export class ShortTexts {
  /** Four a place: the first two units, the next two, the length, the code; a length of 0 is an empty place. */
  #places = new Int32Array(firstPlaces * 4);
  #count = 0;

  /** Where in the places a text of one to four units stands, or would stand. */
  find(units: Uint16Array, from: number, length: number): number {
    const first = units[from]! | (length > 1 ? units[from + 1]! << 16 : 0);
    const second = length < 3 ? 0 : units[from + 2]! | (length > 3 ? units[from + 3]! << 16 : 0);
    const places = this.#places;
    const mask = places.length - 1;
    let at = placeOf(first, second) & mask;
    while (places[at + 2] !== 0 && !(places[at] === first && places[at + 1] === second && places[at + 2] === length)) {
      at = (at + 4) & mask;
    }
    return at;
  }

  /** The code at a place that `find` gave; 0 where no text stands there. */
  codeAt(place: number): number {
    return this.#places[place + 3]!;
  }

  /** Puts a text where `find` has just looked for it. */
  add(place: number, units: Uint16Array, from: number, length: number, code: number): void {
    const places = this.#places;
    places[place] = units[from]! | (length > 1 ? units[from + 1]! << 16 : 0);
    places[place + 1] = length < 3 ? 0 : units[from + 2]! | (length > 3 ? units[from + 3]! << 16 : 0);
    places[place + 2] = length;
    places[place + 3] = code;
    this.#count += 1;
    this.#makeRoom(this.#count);
  }

  /** Room as in `TextArena.expecting`. */
  expecting(): (share: number) => void {
    const before = this.#count;
    return (share) => this.#makeRoom(Math.min(before + (this.#count - before) / share, mostExpected) | 0);
  }

  /** Two places of three are taken at most. */
  #makeRoom(texts: number): void {
    let length = this.#places.length;
    while (texts * 6 > length) length *= 2;
    if (length > this.#places.length) this.#widen(length);
  }

  #widen(length: number): void {
    const before = this.#places;
    const places = new Int32Array(length);
    const mask = places.length - 1;
    for (let from = 0; from < before.length; from += 4) {
      if (before[from + 2] === 0) continue;
      let at = placeOf(before[from]!, before[from + 1]!) & mask;
      while (places[at + 2] !== 0) at = (at + 4) & mask;
      places[at] = before[from]!;
      places[at + 1] = before[from + 1]!;
      places[at + 2] = before[from + 2]!;
      places[at + 3] = before[from + 3]!;
    }
    this.#places = places;
  }
}

/** Before it is masked; a multiple of four. */
function placeOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x2c1b3c6d) ^ Math.imul(second, 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) << 2;
}
