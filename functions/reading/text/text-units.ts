import type { RowKernel } from '../kernel/row-kernel.ts';

/** A piece of a file's text as a string, as its UTF-16 units, or as sound UTF-8 of whole characters, no more than are decoded at once. */
export type TextPiece = string | Uint16Array | Uint8Array;

/**
 * Decoded text as its UTF-16 units, the same memory for one piece of a file after the other: no cell needs to be a string to
 * be read. It stands in a kernel's memory, but for a text that is longer than any file has between two line breaks.
 */
export class TextUnits {
  length = 0;
  readonly #kernel: RowKernel;
  #units: Uint16Array<ArrayBuffer>;
  #bytes: Buffer;

  constructor(kernel: RowKernel) {
    this.#kernel = kernel;
    this.#units = kernel.units;
    this.#bytes = bytesOf(kernel.units);
  }

  /** The text and nothing behind it. */
  get units(): Uint16Array<ArrayBuffer> {
    return this.#units.subarray(0, this.length);
  }

  /** The kernel sees the text. */
  get isInKernel(): boolean {
    return this.#units === this.#kernel.units;
  }

  /** Puts `text` behind what stands there. */
  append(text: TextPiece): void {
    // Of a byte comes one unit at most.
    const needed = this.length + text.length;
    const fits = needed <= this.#kernel.units.length;
    if (fits && !this.isInKernel) this.#move(this.#kernel.units);
    if (!fits && needed > this.#units.length) this.#move(new Uint16Array(Math.max(needed, this.#units.length * 2)));
    if (text instanceof Uint8Array) {
      this.length += this.#decode(text);
      return;
    }
    if (typeof text === 'string') this.#bytes.write(text, this.length * 2, 'utf16le');
    else this.#units.set(text, this.length);
    this.length = needed;
  }

  #decode(utf8: Uint8Array): number {
    const kernel = this.#kernel;
    if (this.isInKernel) {
      kernel.encoded.set(utf8);
      return kernel.decodeUtf8(utf8.length, this.length);
    }
    const text = Buffer.from(utf8.buffer, utf8.byteOffset, utf8.length).toString('utf8');
    return this.#bytes.write(text, this.length * 2, 'utf16le') / 2;
  }

  /** Gives up what stands before `from`. */
  drop(from: number): void {
    this.#units.copyWithin(0, from, this.length);
    this.length -= from;
  }

  /** A string of its own, which keeps nothing else alive. */
  slice(from: number, to: number): string {
    return from === to ? '' : this.#bytes.toString('utf16le', from * 2, to * 2);
  }

  #move(units: Uint16Array<ArrayBuffer>): void {
    units.set(this.#units.subarray(0, this.length));
    this.#units = units;
    this.#bytes = bytesOf(units);
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint16Array<ArrayBuffer>): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
