import type { ReportSink } from './report-files.ts';

/** Large enough that encoding and writing cost nothing beside the text itself, small enough to stay in the cache. */
const chunkLength = 1 << 16;

/**
 * Gathers text and hands it on as UTF-8 chunks. `add` gives a promise only where the sink wants to be waited for, so that
 * writing half a million lines does not become half a million turns of the event loop.
 */
export class TextSink {
  /** Where the chunks go. */
  readonly target: Pick<ReportSink, 'write'>;
  #text = '';

  constructor(target: Pick<ReportSink, 'write'>) {
    this.target = target;
  }

  add(text: string): void | Promise<void> {
    this.#text += text;
    if (this.#text.length >= chunkLength) return this.flush();
  }

  flush(): void | Promise<void> {
    if (this.#text === '') return;
    const chunk = Buffer.from(this.#text, 'utf8');
    this.#text = '';
    return this.target.write(chunk);
  }
}
