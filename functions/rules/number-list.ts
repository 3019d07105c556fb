type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;

/** A typed array that grows at its end. */
export class NumberList<Items extends Numbers> {
  length = 0;
  #items: Items;
  readonly #make: (size: number) => Items;

  constructor(make: (size: number) => Items) {
    this.#make = make;
    this.#items = make(64);
  }

  push(value: number): void {
    if (this.length === this.#items.length) {
      const larger = this.#make(this.#items.length * 2);
      larger.set(this.#items as Items & ArrayLike<number>);
      this.#items = larger;
    }
    this.#items[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#items[index]!;
  }
}

export const bytes = (): NumberList<Uint8Array> => new NumberList((size) => new Uint8Array(size));
export const integers = (): NumberList<Uint32Array> => new NumberList((size) => new Uint32Array(size));
export const doubles = (): NumberList<Float64Array> => new NumberList((size) => new Float64Array(size));
