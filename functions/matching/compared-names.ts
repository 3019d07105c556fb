import type { TextPool } from '../../schemas/source-table.ts';
import { hasUnreadable, normalisedNamesAgree, normaliseName, withoutInterpuncts } from '../../schemas/values/person-name.ts';

/** Names as pool codes of their normalised form, each distinct name normalised once. */
export class ComparedNames {
  readonly #texts: TextPool;
  /** By pool code of a name as written: that of its normalised form plus one, 0 where it was not asked for yet. */
  readonly #normalised: Int32Array;
  /** Only names with interpuncts; by normalised code. */
  readonly #bare = new Map<number, number>();
  readonly #doubtful = new Set<number>();

  constructor(texts: TextPool) {
    this.#texts = texts;
    this.#normalised = new Int32Array(texts.size);
  }

  normalised(written: number): number {
    const known = this.#normalised[written]!;
    if (known !== 0) return known - 1;
    const text = this.#texts.text(written);
    const name = normaliseName(text);
    const code = name === text ? written : this.#texts.intern(name);
    this.#normalised[written] = code + 1;
    const bare = withoutInterpuncts(name);
    if (bare !== name) this.#bare.set(code, this.#texts.intern(bare));
    if (hasUnreadable(name)) this.#doubtful.add(code);
    return code;
  }

  /**
   * The name without interpuncts: names without unreadable letters agree exactly where these are equal. Takes and gives
   * normalised codes.
   */
  bare(normalised: number): number {
    return this.#bare.size === 0 ? normalised : (this.#bare.get(normalised) ?? normalised);
  }

  /**
   * True where the name has an unreadable letter, which may be any: it has to be compared, since no key finds what it
   * agrees with.
   */
  doubtful(normalised: number): boolean {
    return this.#doubtful.size > 0 && this.#doubtful.has(normalised);
  }

  /** Takes normalised codes. */
  agree(one: number, other: number): boolean {
    if (this.bare(one) === this.bare(other)) return true;
    if (!this.doubtful(one) && !this.doubtful(other)) return false;
    return normalisedNamesAgree(this.#texts.text(one), this.#texts.text(other));
  }
}
