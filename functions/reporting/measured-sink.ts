import { createHash } from 'node:crypto';
import type { ReportSink } from './report-files.ts';

/** A sink that knows what it was given: the size and hash that the manifest shows. */
export class MeasuredSink implements ReportSink {
  readonly #sink: ReportSink;
  readonly #hash = createHash('sha256');
  /** Bytes so far. */
  size = 0;
  #sha256 = '';

  constructor(sink: ReportSink) {
    this.#sink = sink;
  }

  write(chunk: Uint8Array): void | Promise<void> {
    this.#hash.update(chunk);
    this.size += chunk.length;
    return this.#sink.write(chunk);
  }

  async close(): Promise<void> {
    this.#sha256 = this.#hash.digest('hex');
    await this.#sink.close();
  }

  /** Lower-case hex; '' before `close`. */
  get sha256(): string {
    return this.#sha256;
  }
}
