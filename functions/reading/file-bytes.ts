import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { FileRefused } from './file-refused.ts';

/** A file as a store hands it over: its name is for people, its bytes can be read more than once. */
export interface FileInput {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
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
  /** Reads the file again: from memory where it is small, else from the store. */
  chunks(): AsyncIterable<Uint8Array>;
  /** The file in one piece, for formats that are read by offset. */
  whole(): Promise<Buffer>;
}

const headBytes = 64 * 1024;

/** Larger files are read from the store again instead of being held. */
const keptBytes = 64 * 1024 ** 2;

/** Reads a file once to its end. What a store throws goes through. */
export async function surveyBytes(input: FileInput, keep = keptBytes): Promise<FileBytes> {
  const hash = createHash('sha256');
  const utf8 = new Utf8Check();
  let kept: Uint8Array[] | undefined = [];
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
    if (size > keep) kept = undefined;
    kept?.push(chunk);
  }
  const chunks =
    kept === undefined
      ? () => sameSize(input, size)
      : async function* () {
          yield* kept ?? [];
        };
  const whole = async () => {
    const pieces: Uint8Array[] = [];
    for await (const chunk of chunks()) pieces.push(chunk);
    const bytes = Buffer.concat(pieces);
    // Not both the pieces and the whole.
    if (kept !== undefined) kept = [bytes];
    return bytes;
  };
  return { size, sha256: hash.digest('hex'), head, utf8: utf8.end(), zeroByte, chunks, whole };
}

/** A file that grows between the two readings would be read under a hash that is not its own. */
async function* sameSize(input: FileInput, size: number): AsyncIterable<Uint8Array> {
  let seen = 0;
  for await (const chunk of input.open()) {
    seen += chunk.length;
    yield chunk;
  }
  if (seen !== size) throw new FileRefused('文件在读取过程中被改动', '请等文件保存或传输完毕后重新运行。');
}

/** Strict UTF-8 over chunks that may cut a character. */
class Utf8Check {
  #valid = true;
  #cut: Uint8Array = new Uint8Array(0);

  push(chunk: Uint8Array): void {
    if (!this.#valid) return;
    const bytes = this.#cut.length === 0 ? chunk : Buffer.concat([this.#cut, chunk]);
    const whole = wholeCharacters(bytes);
    this.#valid = isUtf8(bytes.subarray(0, whole));
    this.#cut = bytes.subarray(whole);
  }

  end(): boolean {
    return this.#valid && this.#cut.length === 0;
  }
}

/** Length of `bytes` without a character at its end that may go on in the next chunk. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
