const quote = 0x22;
const lineFeed = 0x0a;

/**
 * Records of a CSV that comes in chunks of bytes, each handed over as the bytes without its line break, heading row
 * included. Looks for quotes only where there is one: most records have none.
 */
export class CsvRecords {
  readonly #take: (bytes: Buffer, start: number, end: number) => void;
  #rest: Buffer = Buffer.alloc(0);

  constructor(take: (bytes: Buffer, start: number, end: number) => void) {
    this.#take = take;
  }

  add(chunk: Uint8Array): void {
    const fresh = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const bytes = this.#rest.length === 0 ? fresh : Buffer.concat([this.#rest, fresh]);
    let start = 0;
    let nextQuote = bytes.indexOf(quote);
    for (;;) {
      let end = bytes.indexOf(lineFeed, start);
      while (end >= 0 && nextQuote >= 0 && nextQuote < end) {
        // Inside quotes a line break belongs to the field: go on behind the closing quote.
        const closing = bytes.indexOf(quote, nextQuote + 1);
        if (closing < 0) end = -1;
        else {
          nextQuote = bytes.indexOf(quote, closing + 1);
          if (end < closing) end = bytes.indexOf(lineFeed, closing);
        }
      }
      if (end < 0) break;
      this.#take(bytes, start, bytes[end - 1] === 0x0d ? end - 1 : end);
      start = end + 1;
      if (nextQuote >= 0 && nextQuote < start) nextQuote = bytes.indexOf(quote, start);
    }
    this.#rest = bytes.subarray(start);
  }

  /** Bytes behind the last line break: none in a whole file. */
  get unfinished(): number {
    return this.#rest.length;
  }
}

/** The fields of one record. */
export function fieldsOf(record: string): string[] {
  const fields: string[] = [];
  for (const [, quoted, plain] of record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    fields.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
  }
  return fields;
}
