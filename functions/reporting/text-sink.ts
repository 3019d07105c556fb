import { transcode } from 'node:buffer';

/** Longer strings leave V8's nursery when they are joined, and half the time goes into asking the system for memory. */
const joinedLength = 1 << 14;
/** A compressor or disk is handed this much at once; each hand-over costs tens of microseconds. */
const chunkSize = 1 << 19;
/** UTF-8 bytes of one UTF-16 unit, at most. */
const mostBytes = 3;
/** Room for the units of one joined text, filled again for each: nothing looks at it after `encoded` has returned. */
const units = Buffer.allocUnsafeSlow(joinedLength * 4);

/**
 * Writes UTF-8 and gives its length. `write` goes through a text that holds Han letters unit by unit; a copy of the units
 * and `transcode`, which takes many of them at a time, need less than half as long.
 */
function encodeInto(chunk: Buffer, used: number, text: string): number {
  if (text.length * 2 > units.length) return chunk.write(text, used, 'utf8');
  const bytes = transcoded(units.subarray(0, units.write(text, 'utf16le')));
  if (bytes === undefined) return chunk.write(text, used, 'utf8');
  chunk.set(bytes, used);
  return bytes.length;
}

/** Undefined where half of a surrogate pair stands alone: of that only `write` makes a character. */
function transcoded(utf16: Buffer): Uint8Array | undefined {
  try {
    return transcode(utf16, 'utf16le', 'utf8');
  } catch {
    return undefined;
  }
}

const bothOf = (one: void | Promise<void>, other: void | Promise<void>): void | Promise<void> =>
  one === undefined || other === undefined ? (one ?? other) : Promise.all([one, other]).then(() => {});

/** Takes chunks to keep, or tells by `done` that it needs one no longer. */
interface ChunkTaker {
  write(chunk: Uint8Array, done?: () => void): void | Promise<void>;
}

/**
 * Gathers text and hands it on as UTF-8 chunks, which the taker may keep; those that it gives back are filled again. `add`
 * gives a promise only where the taker wants to be waited for, so that writing half a million lines does not become half a
 * million turns of the event loop.
 */
export class TextSink {
  /** Where the chunks go. */
  readonly target: ChunkTaker;
  /** Given back: fresh ones would make the collector clear all of the heap at every sixty of them. */
  readonly #spare: Buffer[] = [];
  #text = '';
  #chunk: Buffer | undefined;
  #used = 0;

  constructor(target: ChunkTaker) {
    this.target = target;
  }

  add(text: string): void | Promise<void> {
    this.#text += text;
    if (this.#text.length >= joinedLength) return this.#encode();
  }

  /** Bytes that are UTF-8 already, behind the text so far; they are copied. */
  addBytes(bytes: Uint8Array): void | Promise<void> {
    let waits = this.#encode();
    for (let from = 0; from < bytes.length; ) {
      this.#chunk ??= this.#emptyChunk(0);
      const part = bytes.subarray(from, from + this.#chunk.length - this.#used);
      this.#chunk.set(part, this.#used);
      this.#used += part.length;
      from += part.length;
      if (this.#used === this.#chunk.length) waits = bothOf(waits, this.#handOver());
    }
    return waits;
  }

  #encode(): void | Promise<void> {
    if (this.#text === '') return;
    const text = this.#text;
    this.#text = '';
    const most = text.length * mostBytes;
    this.#chunk ??= this.#emptyChunk(most);
    if (this.#used + most <= this.#chunk.length) {
      this.#used += encodeInto(this.#chunk, this.#used, text);
      return;
    }
    const handedOver = this.#handOver();
    this.#chunk = this.#emptyChunk(most);
    this.#used = encodeInto(this.#chunk, 0, text);
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
