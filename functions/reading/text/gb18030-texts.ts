import { giveUpKernel, takeKernel } from '../kernel/row-kernel.ts';

/** Every byte below is a character of its own: white space, the delimiters of cells and more. */
const firstOfMore = 0x30;

/**
 * The text of a file in GB18030, its byte order mark left off; each piece holds until the next is asked for. Throws the
 * `TypeError` of a strict `TextDecoder` where bytes are none of the encoding. The kernel decodes what stands before the first
 * character of four bytes in 64 KiB, and a `TextDecoder` the rest of them: it takes twice as long, and few names need it.
 */
export async function* gb18030Texts(chunks: AsyncIterable<Uint8Array>, mark: number): AsyncGenerator<string | Uint16Array> {
  const kernel = takeKernel();
  const { encoded } = kernel;
  const decoder = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });
  /** Of `encoded`; a character may be cut at its end. */
  let filled = 0;
  let isStreamed = false;
  function* decode(end: number): Generator<string | Uint16Array> {
    const units = kernel.decodeGb18030(end, 0);
    const { decoded } = kernel;
    if (units > 0) yield kernel.units.subarray(0, units);
    if (decoded < end) yield decoder.decode(encoded.subarray(decoded, end));
    encoded.copyWithin(0, end, filled);
    filled -= end;
  }
  try {
    let skip = mark;
    for await (const chunk of chunks) {
      let at = Math.min(skip, chunk.length);
      skip -= at;
      while (at < chunk.length && !isStreamed) {
        const part = chunk.subarray(at, at + encoded.length - filled);
        encoded.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < encoded.length) break;
        const end = lastSingle(encoded) + 1;
        if (end > 0) yield* decode(end);
        else {
          // No list of people looks so.
          isStreamed = true;
          yield decoder.decode(encoded, { stream: true });
        }
      }
      if (isStreamed) yield decoder.decode(chunk.subarray(at), { stream: true });
    }
    if (isStreamed) yield decoder.decode();
    else yield* decode(filled);
  } finally {
    giveUpKernel(kernel);
  }
}

/** Where the last byte stands that is a character of its own; −1 without. */
function lastSingle(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  while (at >= 0 && bytes[at]! >= firstOfMore) at -= 1;
  return at;
}
