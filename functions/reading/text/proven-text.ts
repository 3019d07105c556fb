import { giveUpPieces, pieceBytes, takePiece } from '../spare-pieces.ts';

const pieceUnits = pieceBytes / 2;

/**
 * The text of a file as the proof of its encoding left it, so that nobody decodes it again: GB18030 takes twice as long as
 * UTF-8. Its memory goes to the next file as soon as nobody needs it; until the collector comes, a few files would hold as
 * much as the tables.
 */
export class ProvenText {
  #pieces: ArrayBuffer[] = [];
  #lengths: number[] = [];

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  append(text: string | Uint16Array): void {
    // What is decoded from 64 KiB fits, but for a character that began before them.
    if (text.length <= pieceUnits) this.#keep(text);
    else for (let from = 0; from < text.length; from += pieceUnits) this.#keep(text.slice(from, from + pieceUnits));
  }

  #keep(text: string | Uint16Array): void {
    const piece = takePiece();
    if (typeof text === 'string') Buffer.from(piece).write(text, 'utf16le');
    else new Uint16Array(piece).set(text);
    this.#pieces.push(piece);
    this.#lengths.push(text.length);
  }

  /** Once: its UTF-16 units in pieces. It is given up at the end, and where no more of it is asked for. */
  *take(): Generator<Uint16Array> {
    try {
      for (const [at, piece] of this.#pieces.entries()) yield new Uint16Array(piece, 0, this.#lengths[at]);
    } finally {
      this.giveUp();
    }
  }

  giveUp(): void {
    giveUpPieces(this.#pieces);
    this.#pieces = [];
    this.#lengths = [];
  }
}
