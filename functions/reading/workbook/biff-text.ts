import { damaged } from './damaged.ts';

const wide = 0x01;
const extended = 0x04;
const rich = 0x08;

/**
 * Reads values from the body of a record and the CONTINUE records after it. Characters of a text that goes on there
 * begin with a flag byte of their own: a text may change from one to two bytes a character in its middle.
 */
export class BiffReader {
  readonly #pieces: readonly Buffer[];
  #piece = 0;
  #at = 0;

  constructor(pieces: readonly Buffer[]) {
    this.#pieces = pieces;
  }

  get atEnd(): boolean {
    this.#advance();
    return this.#piece >= this.#pieces.length;
  }

  byte(): number {
    this.#advance();
    const value = this.#pieces[this.#piece]?.[this.#at++];
    if (value === undefined) throw damaged('数据流里的文字不完整');
    return value;
  }

  uint16(): number {
    return this.byte() | (this.byte() << 8);
  }

  uint32(): number {
    return this.uint16() + this.uint16() * 0x10000;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      this.#advance();
      const piece = this.#pieces[this.#piece];
      if (piece === undefined) throw damaged('数据流里的文字不完整');
      const step = Math.min(left, piece.length - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** A BIFF8 text after its length, with the formatting runs and phonetic data that it brings. */
  unicode(length: number): string {
    let flags = this.byte();
    const runs = flags & rich ? this.uint16() : 0;
    const extra = flags & extended ? this.uint32() : 0;
    let text = '';
    for (let left = length; left > 0; ) {
      if (this.#at >= (this.#pieces[this.#piece]?.length ?? 0)) {
        this.#advance();
        flags = this.byte();
      }
      const piece = this.#pieces[this.#piece] ?? Buffer.alloc(0);
      const bytes = flags & wide ? 2 : 1;
      const count = Math.min(left, Math.floor((piece.length - this.#at) / bytes));
      if (count === 0) throw damaged('数据流里的文字不完整');
      const end = this.#at + count * bytes;
      text += piece.toString(bytes === 2 ? 'utf16le' : 'latin1', this.#at, end);
      this.#at = end;
      left -= count;
    }
    this.skip(runs * 4 + extra);
    return text;
  }

  /** A BIFF5 text after its length, in the code page of the workbook. */
  bytes(length: number, decoder: TextDecoder): string {
    const bytes = Buffer.alloc(length);
    for (let at = 0; at < length; at++) bytes[at] = this.byte();
    return decoder.decode(bytes);
  }

  #advance(): void {
    while (this.#piece < this.#pieces.length && this.#at >= (this.#pieces[this.#piece]?.length ?? 0)) {
      this.#piece++;
      this.#at = 0;
    }
  }
}
