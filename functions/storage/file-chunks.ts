import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/** More would be memory that the system hands over anew for every chunk, which takes longer than the reading. */
export const chunkBytes = 1 << 16;
/** After so many bytes signals and timers have their turn. */
const turnBytes = 1 << 20;

/**
 * The content of a file; with `memory` each chunk stands there, and holds until the next is asked for. Read synchronously:
 * the page cache gives a chunk faster than another thread can be asked for it. What the file system throws goes through.
 */
export async function* fileChunks(path: string | Buffer, memory?: Uint8Array): AsyncIterable<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (let sinceTurn = 0; ; ) {
      const chunk = memory ?? Buffer.allocUnsafeSlow(chunkBytes);
      const length = readSync(file, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
      sinceTurn += length;
      if (sinceTurn < turnBytes) continue;
      sinceTurn = 0;
      await setImmediate();
    }
  } finally {
    closeSync(file);
  }
}
