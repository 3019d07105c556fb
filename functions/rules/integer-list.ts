/** A typed array that grows at its end. */
export class IntegerList {
  length = 0;
  #items = new Uint32Array(64);

  push(value: number): void {
    if (this.length === this.#items.length) this.#items = new Uint32Array(this.#items.buffer.transfer(this.length * 8));
    this.#items[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#items[index]!;
  }
}
