import { createHash } from 'node:crypto';
import type { ReportFiles } from '../report-files.ts';

/** Size and hash of a file as it lies there now. */
export interface WrittenFile {
  readonly file: string;
  readonly size: number;
  readonly sha256: string;
}

/** Reads a file once, showing each chunk to `look`. */
export async function readWritten(files: ReportFiles, file: string, look: (chunk: Uint8Array) => void): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of files.read(file)) {
    hash.update(chunk);
    size += chunk.length;
    look(chunk);
  }
  return { file, size, sha256: hash.digest('hex') };
}

/** A file in one piece. With `expected` bytes set aside for it, it is never in memory twice. */
export async function readWhole(
  files: ReportFiles,
  file: string,
  expected = 0,
): Promise<WrittenFile & { readonly bytes: Buffer }> {
  let bytes = Buffer.allocUnsafeSlow(expected);
  let used = 0;
  const written = await readWritten(files, file, (chunk) => {
    const needed = used + chunk.length;
    if (needed > bytes.length) bytes = Buffer.concat([bytes.subarray(0, used)], Math.max(needed, bytes.length * 2));
    bytes.set(chunk, used);
    used = needed;
  });
  return { ...written, bytes: bytes.subarray(0, used) };
}
