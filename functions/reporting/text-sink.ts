import { transcode } from 'node:buffer';

/** Units that are encoded at once: more would leave the processor's cache before they are looked at again. */
const encodedUnits = 1 << 14;
/** A compressor or disk is handed this much at once; each hand-over costs tens of microseconds. */
const chunkSize = 1 << 19;
/** UTF-8 bytes of one UTF-16 unit, at most. */
const mostBytes = 3;

/**
 * Writes UTF-16 as UTF-8 and gives its length. `transcode` takes many units at a time and needs less than half as long as
 * the writing of a text that holds Han letters; but where half of a surrogate pair stands alone, only that makes a character.
 */
function encodeInto(chunk: Buffer, used: number, utf16: Buffer): number {
  try {
    const bytes = transcode(utf16, 'utf16le', 'utf8');
    chunk.set(bytes, used);
    return bytes.length;
  } catch {
    return chunk.write(utf16.toString('utf16le'), used, 'utf8');
  }
}

/** Takes chunks to keep, or tells by `done` that it needs one no longer. */
interface ChunkTaker {
  write(chunk: Uint8Array, done?: () => void): void | Promise<void>;
}

/**
 * Gathers text and hands it on as UTF-8 chunks, which the taker may keep; those that it gives back are filled again. What is
 * added is a promise only where the taker wants to be waited for, so that writing half a million lines does not become half
 * a million turns of the event loop.
 */
export class TextSink {
  /** Where the chunks go. */
  readonly target: ChunkTaker;
  /** Text that is not encoded yet. Whoever makes much of it writes it here, from `length` on; see `room`. */
  units = new Uint16Array(encodedUnits * 2);
  length = 0;
  #bytes = Buffer.from(this.units.buffer);
  /** Given back: fresh ones would make the collector clear all of the heap at every sixty of them. */
  readonly #spare: Buffer[] = [];
  #chunk: Buffer | undefined;
  #used = 0;

  constructor(target: ChunkTaker) {
    this.target = target;
  }

  add(text: string): void | Promise<void> {
    this.room(text.length);
    this.#bytes.write(text, this.length * 2, 'utf16le');
    return this.added(text.length);
  }

  /** Makes room for so many units behind `length`. */
  room(most: number): void {
    const needed = this.length + most;
    if (needed <= this.units.length) return;
    const units = new Uint16Array(needed * 2);
    units.set(this.units.subarray(0, this.length));
    this.units = units;
    this.#bytes = Buffer.from(units.buffer);
  }

  /** So many units have been written where there was room. */
  added(count: number): void | Promise<void> {
    this.length += count;
    if (this.length >= encodedUnits) return this.#encode();
  }

  #encode(): void | Promise<void> {
    const { length } = this;
    this.length = 0;
    const most = length * mostBytes;
    this.#chunk ??= this.#emptyChunk(most);
    const utf16 = this.#bytes.subarray(0, length * 2);
    if (this.#used + most <= this.#chunk.length) {
      this.#used += encodeInto(this.#chunk, this.#used, utf16);
      return;
    }
    const handedOver = this.#handOver();
    this.#chunk = this.#emptyChunk(most);
    this.#used = encodeInto(this.#chunk, 0, utf16);
    return handedOver;
  }

  #emptyChunk(most: number): Buffer {
    if (most > chunkSize) return Buffer.allocUnsafeSlow(most);
    return this.#spare.pop() ?? Buffer.allocUnsafeSlow(chunkSize);
  }

  #handOver(): void | Promise<void> {
    const chunk = this.#chunk;
    const filled = chunk?.subarray(0, this.#used);
    this.#chunk = undefined;
    this.#used = 0;
    if (chunk === undefined || filled === undefined || filled.length === 0) return;
    return this.target.write(filled, () => {
      if (chunk.length === chunkSize) this.#spare.push(chunk);
    });
  }

  async flush(): Promise<void> {
    await this.#encode();
    await this.#handOver();
  }
}
