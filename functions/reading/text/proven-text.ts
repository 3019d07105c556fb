/** Characters handed over at once: about what a decoded piece of a file has. */
const pieceLength = 1 << 16;

/**
 * The text of a file as the proof of its encoding left it, so that nobody decodes it again: GB18030 takes twice as long as
 * UTF-8. Its memory is given up as soon as nobody needs it; until the collector comes, a few files would hold as much as
 * the tables.
 */
export class ProvenText {
  readonly #most: number;
  #bytes: Buffer<ArrayBuffer> | undefined;
  #length = 0;

  /** `most`: characters, which are never more than a file has bytes. */
  constructor(most: number) {
    this.#most = most;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  append(text: string): void {
    this.#bytes ??= Buffer.from(new ArrayBuffer(this.#most * 2));
    this.#length += this.#bytes.write(text, this.#length * 2, 'utf16le') / 2;
  }

  /** Once: its UTF-16 units in pieces. It is given up at the end, and where no more of it is asked for. */
  *take(): Generator<Uint16Array> {
    const units = new Uint16Array(this.#bytes?.buffer ?? []);
    try {
      for (let at = 0; at < this.#length; at += pieceLength) yield units.subarray(at, Math.min(at + pieceLength, this.#length));
    } finally {
      this.giveUp();
    }
  }

  giveUp(): void {
    this.#bytes?.buffer.transfer(0);
    this.#bytes = undefined;
    this.#length = 0;
  }
}
