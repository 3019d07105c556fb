const quote = 0x22;
const lineFeed = 0x0a;

/**
 * Records of a CSV that comes in chunks of bytes, each handed over as the bytes without its line break, heading row
 * included. Looks for quotes only where there is one: most records have none.
 */
export class CsvRecords {
  readonly #take: (bytes: Buffer, start: number, end: number) => void;
  /** Filled again with each chunk, behind what was left of the one before: fresh memory would have to be cleared. */
  #room: Buffer = Buffer.alloc(0);
  /** What is left stands in front of the room. */
  #left = 0;

  constructor(take: (bytes: Buffer, start: number, end: number) => void) {
    this.#take = take;
  }

  add(chunk: Uint8Array): void {
    const bytes = this.#withLeft(chunk);
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
    this.#left = this.#room.copy(this.#room, 0, start, bytes.length);
  }

  #withLeft(chunk: Uint8Array): Buffer {
    const length = this.#left + chunk.length;
    if (length > this.#room.length) {
      // Twice as much, since a record longer than many chunks grows with each of them.
      const larger = Buffer.allocUnsafeSlow(length * 2);
      this.#room.copy(larger, 0, 0, this.#left);
      this.#room = larger;
    }
    this.#room.set(chunk, this.#left);
    return this.#room.subarray(0, length);
  }

  /** Bytes behind the last line break: none in a whole file. */
  get unfinished(): number {
    return this.#left;
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
