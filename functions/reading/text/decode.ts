import { characterLength, wholeCharacters } from './utf8-check.ts';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * Decoded in pieces of this many bytes: their text still fits V8's young generation, and a piece eight times as long
 * takes three times as long a byte.
 */
export const decodedBytes = 64 * 1024;

const none = -1;

/**
 * The text of a file, its byte order mark left off. Strict decoding throws a `TypeError` at the first byte sequence that
 * is none of the encoding; otherwise U+FFFD stands for it. Always `gb18030`, never `gbk`, which lacks 䶮 and others.
 * Pieces are cut behind the first and the last byte `cutAt` too, where there is one.
 */
export async function* decode(
  chunks: AsyncIterable<Uint8Array>,
  encoding: TextEncodingName,
  strict: boolean,
  mark: number,
  cutAt = none,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: strict, ignoreBOM: true });
  let skip = mark;
  for await (const chunk of chunks) {
    const skipped = Math.min(skip, chunk.length);
    skip -= skipped;
    for (let at = skipped; at < chunk.length; at += decodedBytes) {
      const piece = chunk.subarray(at, at + decodedBytes);
      // A scanner of strings then has nothing of a long piece to carry over, which would copy it.
      const first = cutAt === none ? 0 : piece.indexOf(cutAt) + 1;
      const last = cutAt === none ? 0 : piece.lastIndexOf(cutAt) + 1;
      if (first > 0) yield decoder.decode(piece.subarray(0, first), { stream: true });
      if (last > first) yield decoder.decode(piece.subarray(first, last), { stream: true });
      if (last < piece.length) yield decoder.decode(piece.subarray(last), { stream: true });
    }
  }
  yield decoder.decode();
}

/** A file that is known to be UTF-8 in pieces of whole characters, its byte order mark left off. */
export async function* wholeUtf8(chunks: AsyncIterable<Uint8Array>, mark: number): AsyncGenerator<Uint8Array> {
  let skip = mark;
  let cut: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    let at = Math.min(skip, bytes.length);
    skip -= at;
    if (cut.length > 0) {
      const missing = characterLength(cut[0]!) - cut.length;
      cut = Buffer.concat([cut, bytes.subarray(at, at + missing)]);
      at += missing;
      if (at > bytes.length) continue;
      yield cut;
    }
    const end = at + wholeCharacters(bytes.subarray(at));
    while (at < end) {
      const piece = bytes.subarray(at, Math.min(at + decodedBytes, end));
      const whole = wholeCharacters(piece);
      yield piece.subarray(0, whole);
      at += whole;
    }
    // Of its own: the chunk may be filled again.
    cut = Buffer.from(bytes.subarray(end));
  }
}

/** Encoding and length of a byte order mark at the beginning of a file. GB18030 has one too. */
export function byteOrderMark(head: Uint8Array): { readonly encoding: TextEncodingName; readonly length: number } | undefined {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return { encoding: 'gb18030', length: 4 };
  return undefined;
}
