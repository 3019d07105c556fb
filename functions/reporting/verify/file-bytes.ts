import { createHash } from 'node:crypto';
import type { ReportFiles } from '../report-files.ts';
import type { WrittenFile } from './written-file.ts';

const nothing: Buffer = Buffer.alloc(0);

/** The bytes of a file, front to back and once: little of it is ever in memory, and whatever is passed over is hashed too. */
export class FileBytes {
  readonly #file: string;
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #hash = createHash('sha256');
  #chunk = nothing;
  /** Bytes read, and those of them that stand in the chunk and are not yet taken. */
  #size = 0;

  constructor(files: Pick<ReportFiles, 'read'>, file: string) {
    this.#file = file;
    this.#chunks = files.read(file)[Symbol.asyncIterator]();
  }

  get #position(): number {
    return this.#size - this.#chunk.length;
  }

  /** False at the end of the file. */
  async #read(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done === true) return false;
    this.#hash.update(value);
    this.#size += value.length;
    this.#chunk = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return true;
  }

  /** The next bytes as they come, `length` of them or as many as there are; each piece holds until the next is asked for. */
  async *next(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (this.#chunk.length === 0 && !(await this.#read())) return;
      const piece = this.#chunk.subarray(0, left);
      this.#chunk = this.#chunk.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  /** The next bytes in one piece. Throws a `RangeError` where the file ends before. */
  async take(length: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.next(length)) pieces.push(Buffer.from(piece));
    const bytes = Buffer.concat(pieces);
    if (bytes.length < length) throw new RangeError(`${this.#file} ends too early`);
    return bytes;
  }

  /** Throws a `RangeError` where that has been read already. */
  async skipTo(offset: number): Promise<void> {
    if (offset < this.#position) throw new RangeError(`${this.#file} is read front to back`);
    for await (const _ of this.next(offset - this.#position));
  }

  /** Passes over what is left. */
  async end(): Promise<WrittenFile> {
    for await (const _ of this.next(Number.POSITIVE_INFINITY));
    return { file: this.#file, size: this.#size, sha256: this.#hash.digest('hex') };
  }

  /** For whoever does not read to the end. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

/** The last bytes of a file, at least `length` of them where it has so many, and how many stand before them. */
export async function endOf(
  files: Pick<ReportFiles, 'read'>,
  file: string,
  length: number,
): Promise<{ readonly bytes: Buffer; readonly before: number }> {
  // Room for twice as many, so that they are moved as seldom as that.
  const room = Buffer.allocUnsafeSlow(length * 2);
  let [kept, before] = [0, 0];
  for await (const chunk of files.read(file)) {
    for (let at = 0; at < chunk.length; at += length) {
      const part = chunk.subarray(at, at + length);
      if (kept + part.length > room.length) {
        room.copyWithin(0, kept - length, kept);
        before += kept - length;
        kept = length;
      }
      room.set(part, kept);
      kept += part.length;
    }
  }
  return { bytes: room.subarray(0, kept), before };
}
