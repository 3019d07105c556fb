const smallest = 1024;

const slotOf = (high: number, low: number, tail: number): number => {
  let hash = Math.imul(high, 0x9e3779b1) ^ Math.imul(low + tail, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
};

/**
 * Ids of 18 characters, each once, numbered as they come: open addressing on packed parts, because a map keyed by text
 * would keep a string a person.
 */
export class IdTable {
  high: Uint32Array<ArrayBuffer>;
  low: Uint32Array<ArrayBuffer>;
  tail: Uint8Array<ArrayBuffer>;
  count = 0;
  /** Number of the id in a slot, plus one; 0 is free. Never more than half of them are taken. */
  #slots: Int32Array<ArrayBuffer>;

  /** `expected`: ids that there will be at least; more find room as they come. */
  constructor(expected = 0) {
    let length = smallest;
    while (length < expected) length *= 2;
    this.high = new Uint32Array(length);
    this.low = new Uint32Array(length);
    this.tail = new Uint8Array(length);
    this.#slots = new Int32Array(length * 2);
  }

  /** The number of an id, which it is given here if it has none. `guess`: the number that it probably has. */
  add(high: number, low: number, tail: number, guess = -1): number {
    if (guess >= 0 && guess < this.count && this.#isAt(guess, high, low, tail)) return guess;
    const slot = this.#slot(high, low, tail);
    const known = this.#slots[slot]!;
    if (known !== 0) return known - 1;
    const number = this.count;
    this.high[number] = high;
    this.low[number] = low;
    this.tail[number] = tail;
    this.#slots[slot] = number + 1;
    this.count += 1;
    if (this.count === this.high.length) this.#grow();
    return number;
  }

  /** The number of an id, -1 where it is not here. */
  find(high: number, low: number, tail: number): number {
    return this.#slots[this.#slot(high, low, tail)]! - 1;
  }

  #isAt(number: number, high: number, low: number, tail: number): boolean {
    return this.low[number] === low && this.high[number] === high && this.tail[number] === tail;
  }

  #slot(high: number, low: number, tail: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = slotOf(high, low, tail) & mask;
    for (;;) {
      const at = slots[slot]! - 1;
      if (at < 0 || this.#isAt(at, high, low, tail)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const length = this.high.length * 2;
    this.high = new Uint32Array(this.high.buffer.transfer(length * 4));
    this.low = new Uint32Array(this.low.buffer.transfer(length * 4));
    this.tail = new Uint8Array(this.tail.buffer.transfer(length));
    const slots = new Int32Array(length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let slot = slotOf(this.high[number]!, this.low[number]!, this.tail[number]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}
