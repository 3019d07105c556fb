/**
 * Decoded text as its UTF-16 units, the same memory for one piece of a file after the other. To ask a string for a letter
 * takes a look at what kind of string it is each time; a unit is simply there, and no cell needs to be a string to be read.
 */
export class TextUnits {
  /** Little at first: under most delimiters only the beginning of a file is looked at. */
  units: Uint16Array<ArrayBuffer> = new Uint16Array(1 << 12);
  length = 0;
  #bytes = Buffer.from(this.units.buffer);

  /** Puts `text` behind what stands there. */
  append(text: string | Uint16Array): void {
    const needed = this.length + text.length;
    if (needed > this.units.length) this.#widen(needed);
    if (typeof text === 'string') this.#bytes.write(text, this.length * 2, 'utf16le');
    else this.units.set(text, this.length);
    this.length = needed;
  }

  /** Gives up what stands before `from`. */
  drop(from: number): void {
    this.units.copyWithin(0, from, this.length);
    this.length -= from;
  }

  /** A string of its own, which keeps nothing else alive. */
  slice(from: number, to: number): string {
    return from === to ? '' : this.#bytes.toString('utf16le', from * 2, to * 2);
  }

  #widen(needed: number): void {
    const units = new Uint16Array(Math.max(needed, this.units.length * 2));
    units.set(this.units.subarray(0, this.length));
    this.units = units;
    this.#bytes = Buffer.from(units.buffer);
  }
}
