/** Integers in a row that grows; four bytes each. */
export class IntList {
  #values = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#values = new Int32Array(this.#values.buffer.transfer(this.length * 8));
    this.#values[this.length] = value;
    this.length += 1;
  }

  /** Puts so many places behind the last, whose values are zero. */
  extend(places: number): void {
    this.length += places;
    while (this.length > this.#values.length) {
      this.#values = new Int32Array(this.#values.buffer.transfer(this.#values.length * 8));
    }
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}
