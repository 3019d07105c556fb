import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';
import type { ReportSink } from '../report-files.ts';
import { directoryEntry, endOfDirectory, localHeader, sizes, type ZipPart } from './zip-records.ts';

/** Level 1 packs sheet XML at several times the speed of 6 for a quarter more bytes. */
const compressionLevel = 1;
/** Two megabytes may wait, or the writer would stand still whenever the compressor works. */
const deflateOptions = { level: compressionLevel, chunkSize: 1 << 18, writableHighWaterMark: 1 << 21 };
const largestPart = 0xffff_ffff;

/** One part on its way into the archive. */
export class ZipEntry {
  readonly #deflate: DeflateRaw;
  readonly #hash: Hash = createHash('sha256');
  readonly #pumped: Promise<number>;
  crc = 0;
  size = 0;

  constructor(sink: ReportSink) {
    this.#deflate = createDeflateRaw(deflateOptions);
    this.#pumped = pump(this.#deflate, sink);
    // Told to whoever closes the entry; until then a failing sink must not end the process.
    this.#pumped.catch((error: Error) => this.#deflate.destroy(error));
  }

  /** Compression runs beside the caller; the promise is there only where it lags behind. */
  write(chunk: Uint8Array): void | Promise<void> {
    this.crc = crc32(chunk, this.crc);
    this.size += chunk.length;
    this.#hash.update(chunk);
    if (!this.#deflate.write(chunk)) return this.#drained();
  }

  async #drained(): Promise<void> {
    // A failed sink has destroyed the stream, and then it never drains.
    await Promise.race([once(this.#deflate, 'drain'), this.#pumped]);
  }

  /** Resolves to the packed size and the part's sha256. */
  async close(): Promise<{ packed: number; sha256: string }> {
    this.#deflate.end();
    const packed = await this.#pumped;
    return { packed, sha256: this.#hash.digest('hex') };
  }
}

async function pump(deflate: DeflateRaw, sink: ReportSink): Promise<number> {
  let packed = 0;
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    packed += chunk.length;
    await sink.write(chunk);
  }
  return packed;
}

/**
 * A zip written front to back with flat memory and nothing in it but names and contents, so that equal contents give
 * equal bytes. One entry at a time. No zip64: a part of 4 GiB is no sheet that anybody opens.
 */
export class ZipArchive {
  readonly #sink: ReportSink;
  readonly #parts: ZipPart[] = [];
  #offset = 0;

  constructor(sink: ReportSink) {
    this.#sink = {
      write: (chunk) => {
        this.#offset += chunk.length;
        return sink.write(chunk);
      },
      close: () => sink.close(),
    };
  }

  /** Writes a part with what `fill` gives to its entry. */
  async part(name: string, fill: (entry: ZipEntry) => void | Promise<void>): Promise<void> {
    const part = await this.open(name);
    await fill(part.entry);
    await part.close();
  }

  /** Starts a part that is filled over time; `close` before the next one. */
  async open(name: string): Promise<{ entry: ZipEntry; close: () => Promise<void> }> {
    const offset = this.#offset;
    const encoded = Buffer.from(name, 'utf8');
    await this.#sink.write(localHeader(encoded));
    const entry = new ZipEntry(this.#sink);
    const close = async () => {
      const { packed, sha256 } = await entry.close();
      if (entry.size > largestPart || this.#offset > largestPart) throw new RangeError('workbook part beyond 4 GiB');
      this.#parts.push({ name: encoded, offset, crc: entry.crc, packed, size: entry.size, sha256 });
      await this.#sink.write(sizes(entry.crc, packed, entry.size));
    };
    return { entry, close };
  }

  /** Writes the directory. Resolves to the digest over all parts' names and contents, as the manifest defines it. */
  async finish(): Promise<string> {
    const start = this.#offset;
    for (const part of this.#parts) await this.#sink.write(directoryEntry(part));
    await this.#sink.write(endOfDirectory(this.#parts.length, this.#offset - start, start));
    return partsDigest(this.#parts.map(({ name, sha256 }) => ({ name: name.toString('utf8'), sha256 })));
  }
}

/** sha256 over `<sha256>  <name>\n` of every part, ordered by name: what `sha256sum` would print for the unzipped parts. */
export function partsDigest(parts: readonly { readonly name: string; readonly sha256: string }[]): string {
  const lines = parts.map(({ name, sha256 }) => ({ name, line: `${sha256}  ${name}\n` }));
  lines.sort((one, other) => (one.name < other.name ? -1 : 1));
  return createHash('sha256')
    .update(lines.map(({ line }) => line).join(''))
    .digest('hex');
}
