import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const chunkBytes = 1 << 20;

/** Writes lines to a file a megabyte at a time, in UTF-8 or GB18030. */
export class LineWriter {
  readonly #file: number;
  readonly #gb18030: boolean;
  readonly #buffer = Buffer.allocUnsafe(chunkBytes + 65_536);
  #filled = 0;
  lines = 0;

  constructor(path: string, gb18030: boolean) {
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, 'w');
    this.#gb18030 = gb18030;
  }

  line(cells: readonly string[]): void {
    const text = cells.join(',') + '\r\n';
    this.#filled += this.#gb18030 ? encode(text, this.#buffer, this.#filled) : this.#buffer.write(text, this.#filled, 'utf8');
    this.lines += 1;
    if (this.#filled >= chunkBytes) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, this.#buffer, 0, this.#filled);
    this.#filled = 0;
  }
}

let twoBytes: Uint16Array | undefined;

/** The bench writes common characters only: those that GB18030 keeps in two bytes. */
function encode(text: string, into: Buffer, from: number): number {
  twoBytes ??= learnTwoBytes();
  let at = from;
  for (let sign = 0; sign < text.length; sign++) {
    const code = text.charCodeAt(sign);
    if (code < 0x80) into[at++] = code;
    else {
      const pair = twoBytes[code] ?? 0;
      if (pair === 0) throw new Error('not in two bytes: U+' + code.toString(16));
      into[at++] = pair >> 8;
      into[at++] = pair & 0xff;
    }
  }
  return at - from;
}

function learnTwoBytes(): Uint16Array {
  const table = new Uint16Array(65_536);
  const decoder = new TextDecoder('gb18030');
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(first, second));
      if (text.length === 1 && text !== '\ufffd') table[text.charCodeAt(0)] ||= (first << 8) | second;
    }
  return table;
}
