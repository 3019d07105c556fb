import type { ReportFiles } from './report-files.ts';

/** Files of a report in memory; `change` lets a test damage what was written. */
export class MemoryFiles implements ReportFiles {
  readonly written = new Map<string, Buffer>();

  create(name: string) {
    const chunks: Uint8Array[] = [];
    return {
      write: (chunk: Uint8Array) => void chunks.push(chunk),
      close: async () => void this.written.set(name, Buffer.concat(chunks)),
    };
  }

  async *read(name: string): AsyncIterable<Uint8Array> {
    yield this.bytes(name);
  }

  bytes(name: string): Buffer {
    const bytes = this.written.get(name);
    if (bytes === undefined) throw new Error(`no file ${name}`);
    return bytes;
  }

  text(name: string): string {
    return this.bytes(name).toString('utf8');
  }

  change(name: string, change: (text: string) => string): void {
    this.written.set(name, Buffer.from(change(this.text(name)), 'utf8'));
  }
}
