import type { ReportSink } from './report-files.ts';

/** Longer strings leave V8's nursery when they are joined, and half the time goes into asking the system for memory. */
const joinedLength = 1 << 14;
/** A compressor or disk is handed this much at once; each hand-over costs tens of microseconds. */
const chunkSize = 1 << 19;
/** UTF-8 bytes of one UTF-16 unit, at most. */
const mostBytes = 3;

/**
 * Gathers text and hands it on as UTF-8 chunks, which the taker may keep. `add` gives a promise only where the taker wants
 * to be waited for, so that writing half a million lines does not become half a million turns of the event loop.
 */
export class TextSink {
  /** Where the chunks go. */
  readonly target: Pick<ReportSink, 'write'>;
  #text = '';
  #chunk: Buffer | undefined;
  #used = 0;

  constructor(target: Pick<ReportSink, 'write'>) {
    this.target = target;
  }

  add(text: string): void | Promise<void> {
    this.#text += text;
    if (this.#text.length >= joinedLength) return this.#encode();
  }

  #encode(): void | Promise<void> {
    const text = this.#text;
    this.#text = '';
    const most = text.length * mostBytes;
    this.#chunk ??= Buffer.allocUnsafeSlow(Math.max(chunkSize, most));
    if (this.#used + most > this.#chunk.length) {
      const full = this.#take();
      this.#chunk = Buffer.allocUnsafeSlow(Math.max(chunkSize, most));
      this.#used = this.#chunk.write(text, 0, 'utf8');
      return full === undefined ? undefined : this.target.write(full);
    }
    this.#used += this.#chunk.write(text, this.#used, 'utf8');
  }

  #take(): Uint8Array | undefined {
    const chunk = this.#chunk?.subarray(0, this.#used);
    this.#chunk = undefined;
    this.#used = 0;
    return chunk === undefined || chunk.length === 0 ? undefined : chunk;
  }

  async flush(): Promise<void> {
    await this.#encode();
    const chunk = this.#take();
    if (chunk !== undefined) await this.target.write(chunk);
  }
}
