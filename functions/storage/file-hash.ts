import { createHash } from 'node:crypto';
import { chunkBytes, fileChunks } from './file-chunks.ts';

/** sha256 of a file's content, lower-case hex; undefined where no file stands there. */
export async function fileHash(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of fileChunks(path, Buffer.allocUnsafeSlow(chunkBytes))) hash.update(chunk);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  return hash.digest('hex');
}

/** No file stands at the path: nothing at all, a folder, or a file where a folder would have to be. */
export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
