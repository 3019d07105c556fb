import type { TextPool } from '../../schemas/source-table.ts';
import { normaliseTownship, normaliseVillage, type PlaceNames, placeNames } from '../../schemas/values/place.ts';

// A pair of pool codes as one exact number.
const pairBase = 2 ** 26;

/** Townships and villages as pool codes of their compared form. A county has few: each is normalised once. */
export class ComparedPlaces {
  readonly #texts: TextPool;
  readonly #names: PlaceNames;
  readonly #townships = new Map<number, number>();
  readonly #villages = new Map<number, number>();
  readonly #numbers = new Map<number, number>();

  constructor(texts: TextPool, otherNames: Readonly<Record<string, string>>) {
    this.#texts = texts;
    this.#names = placeNames(otherNames);
  }

  township(written: number): number {
    return this.#compared(written, this.#townships, normaliseTownship);
  }

  village(written: number): number {
    return this.#compared(written, this.#villages, normaliseVillage);
  }

  /** A number for a township and village, both given as written; -1 where one of them is blank. */
  number(township: number, village: number): number {
    const one = this.township(township);
    const other = this.village(village);
    if (one === 0 || other === 0) return -1;
    const key = one * pairBase + other;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(key, number);
    }
    return number;
  }

  #compared(written: number, known: Map<number, number>, normalise: (text: string, names: PlaceNames) => string): number {
    if (written === 0) return 0;
    let code = known.get(written);
    if (code === undefined) {
      code = this.#texts.intern(normalise(this.#texts.text(written), this.#names));
      known.set(written, code);
    }
    return code;
  }
}
