import type { ComparedNames } from './compared-names.ts';
import type { ComparedPlaces } from './compared-places.ts';
import type { HouseholdTable } from './household-tables.ts';

interface Entry {
  /** Compared village, 0 where blank. */
  readonly village: number;
  /** What is looked for: a household, or the head itself. */
  readonly found: number;
}

/** Things found again by head name and place. A blank village agrees with every village of its township. */
export class NamedPlaces {
  readonly #names: ComparedNames;
  readonly #places: ComparedPlaces;
  readonly #byNameAndTownship = new Map<number, Entry[]>();

  constructor(names: ComparedNames, places: ComparedPlaces) {
    this.#names = names;
    this.#places = places;
  }

  add(table: HouseholdTable, row: number, found: number): void {
    const village = this.#places.village(table.villages[row]!);
    const key = this.#key(table, row);
    const entries = this.#byNameAndTownship.get(key);
    if (entries === undefined) {
      this.#byNameAndTownship.set(key, [{ village, found }]);
      return;
    }
    // Rows of one household mostly follow each other.
    const last = entries.at(-1)!;
    if (last.village !== village || last.found !== found) entries.push({ village, found });
  }

  /** What stands under the row's head name and place, if that is one thing only among those that `accept` lets through. */
  onlyOne(table: HouseholdTable, row: number, accept: (found: number) => boolean = () => true): number | undefined {
    const village = this.#places.village(table.villages[row]!);
    let only: number | undefined;
    for (const entry of this.#byNameAndTownship.get(this.#key(table, row)) ?? []) {
      const agrees = village === 0 || entry.village === 0 || entry.village === village;
      if (!agrees || entry.found === only || !accept(entry.found)) continue;
      if (only !== undefined) return undefined;
      only = entry.found;
    }
    return only;
  }

  #key(table: HouseholdTable, row: number): number {
    const name = this.#names.bare(this.#names.normalised(table.headNames[row]!));
    return name * 2 ** 26 + this.#places.township(table.townships[row]!);
  }
}
