import { createHash } from 'node:crypto';
import { FileRefused } from './file-refused.ts';
import { giveUpPieces, takePiece } from './spare-pieces.ts';
import { Utf8Check } from './text/utf8-check.ts';

/** A file as a store hands it over: its name is for people, its bytes can be read more than once. */
export interface FileInput {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Each chunk holds until the next is asked for. */
  open(): AsyncIterable<Uint8Array>;
}

/** What one pass over a file tells. */
export interface FileBytes {
  readonly size: number;
  readonly sha256: string;
  /** Up to 64 KiB from the beginning. */
  readonly head: Buffer;
  /** The whole file is UTF-8. */
  readonly utf8: boolean;
  /** Offset of the first zero byte, -1 where there is none. */
  readonly zeroByte: number;
  /** Reads the file again: from memory where it is small, else from the store. Each chunk holds until the next is asked for. */
  chunks(): AsyncIterable<Uint8Array>;
  /** The same for what is probably the last time: memory that holds the file is given back on the way. */
  lastChunks(): AsyncIterable<Uint8Array>;
  /** The file in one piece, for formats that are read by offset. */
  whole(): Promise<Buffer>;
  /** Gives back the memory that holds the file: for the one who needs no more of it. */
  giveUp(): void;
}

const headBytes = 64 * 1024;

/** Larger files are read from the store again instead of being held. */
const keptBytes = 64 * 1024 ** 2;

/** Reads a file once to its end. What a store throws goes through. */
export async function surveyBytes(input: FileInput, keep = keptBytes): Promise<FileBytes> {
  const hash = createHash('sha256');
  const utf8 = new Utf8Check();
  let kept: KeptBytes | undefined = new KeptBytes();
  let head = Buffer.alloc(0);
  let size = 0;
  let zeroByte = -1;
  for await (const chunk of input.open()) {
    hash.update(chunk);
    utf8.push(chunk);
    if (zeroByte < 0) {
      const zero = chunk.indexOf(0);
      if (zero >= 0) zeroByte = size + zero;
    }
    if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
    size += chunk.length;
    if (size > keep) giveUp();
    kept?.push(chunk);
  }
  function giveUp(): void {
    kept?.giveUp();
    kept = undefined;
  }
  const chunks = () => kept?.chunks() ?? sameSize(input, size);
  const lastChunks = () => {
    const last = kept?.lastChunks() ?? sameSize(input, size);
    kept = undefined;
    return last;
  };
  const whole = async () => {
    const bytes = Buffer.allocUnsafeSlow(size);
    let filled = 0;
    for await (const chunk of chunks()) {
      bytes.set(chunk, filled);
      filled += chunk.length;
    }
    // Not both the pieces and the whole.
    giveUp();
    return bytes;
  };
  return { size, sha256: hash.digest('hex'), head, utf8: utf8.end(), zeroByte, chunks, lastChunks, whole, giveUp };
}

/** A file in memory, in pieces that go to the next file. */
class KeptBytes {
  #pieces: ArrayBuffer[] = [];
  #last = new Uint8Array(0);
  #filled = 0;

  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length; ) {
      if (this.#filled === this.#last.length) this.#begin();
      const part = chunk.subarray(from, from + this.#last.length - this.#filled);
      this.#last.set(part, this.#filled);
      this.#filled += part.length;
      from += part.length;
    }
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    for (const piece of this.#pieces) yield this.#bytesOf(piece);
  }

  /** Each piece goes when the next is asked for. */
  async *lastChunks(): AsyncGenerator<Uint8Array> {
    try {
      for (let piece = this.#pieces[0]; piece !== undefined; piece = this.#pieces[0]) {
        yield this.#bytesOf(piece);
        giveUpPieces(this.#pieces.splice(0, 1));
      }
    } finally {
      this.giveUp();
    }
  }

  #bytesOf(piece: ArrayBuffer): Uint8Array {
    return piece === this.#last.buffer ? this.#last.subarray(0, this.#filled) : new Uint8Array(piece);
  }

  giveUp(): void {
    giveUpPieces(this.#pieces);
    this.#pieces = [];
  }

  #begin(): void {
    const piece = takePiece();
    this.#pieces.push(piece);
    this.#last = new Uint8Array(piece);
    this.#filled = 0;
  }
}

/** A file that grows between the two readings would be read under a hash that is not its own. */
async function* sameSize(input: FileInput, size: number): AsyncIterable<Uint8Array> {
  let seen = 0;
  for await (const chunk of input.open()) {
    seen += chunk.length;
    if (seen > size) break;
    yield chunk;
  }
  if (seen !== size) throw new FileRefused('文件在读取过程中被改动', '请等文件保存或传输完毕后重新运行。');
}
