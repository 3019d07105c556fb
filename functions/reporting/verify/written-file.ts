import { createHash } from 'node:crypto';
import type { ReportFiles } from '../report-files.ts';

/** Size and hash of a file as it lies there now. */
export interface WrittenFile {
  readonly file: string;
  readonly size: number;
  readonly sha256: string;
}

/** Reads a file once, showing each chunk to `look`, which may not keep it. */
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

/** A file in one piece: for the small ones. */
export async function readWhole(files: ReportFiles, file: string): Promise<WrittenFile & { readonly bytes: Buffer }> {
  const chunks: Uint8Array[] = [];
  const written = await readWritten(files, file, (chunk) => chunks.push(Uint8Array.from(chunk)));
  return { ...written, bytes: Buffer.concat(chunks) };
}
