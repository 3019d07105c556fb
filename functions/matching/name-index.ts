import { hasUnreadable, normalisedNamesAgree, normaliseName, withoutInterpuncts } from '../../schemas/values/person-name.ts';

/**
 * Finds the items under an agreeing name. Agreement is no key, since a letter that a system could not write may be any:
 * legible names are found by their letters, and only names with such a letter are compared one by one.
 */
export class NameIndex {
  readonly #legible = new Map<string, Set<number>>();
  readonly #names = new Map<string, Set<number>>();
  readonly #doubtful = new Map<string, Set<number>>();

  add(name: string, item: number): void {
    const normal = normaliseName(name);
    if (normal === '') return;
    const place = (map: Map<string, Set<number>>, key: string) => map.set(key, (map.get(key) ?? new Set()).add(item));
    if (hasUnreadable(normal)) {
      place(this.#doubtful, normal);
    } else {
      place(this.#legible, withoutInterpuncts(normal));
      place(this.#names, normal);
    }
  }

  /** The one item under names that agree with any of these, or undefined where there is none or more than one. */
  onlyItem(names: readonly string[]): number | undefined {
    let found: number | undefined;
    for (const items of this.#agreeing(names)) {
      for (const item of items) {
        if (found !== undefined && item !== found) return undefined;
        found = item;
      }
    }
    return found;
  }

  *#agreeing(names: readonly string[]): Iterable<ReadonlySet<number>> {
    for (const name of names) {
      const normal = normaliseName(name);
      if (normal === '') continue;
      if (hasUnreadable(normal)) yield* agreeingIn(this.#names, normal);
      else yield this.#legible.get(withoutInterpuncts(normal)) ?? new Set();
      yield* agreeingIn(this.#doubtful, normal);
    }
  }
}

function* agreeingIn(map: ReadonlyMap<string, ReadonlySet<number>>, name: string): Iterable<ReadonlySet<number>> {
  for (const [other, items] of map) if (normalisedNamesAgree(name, other)) yield items;
}
