import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrokenFile } from './broken-file.ts';
import { brokenFiles } from './broken-files.ts';

/** Makes one of the files in a folder; returns its path. */
export async function writeBroken({ name, content }: BrokenFile, folder: string): Promise<string> {
  const path = join(folder, name);
  const made = content();
  const file = await open(path, 'w');
  for (const piece of Buffer.isBuffer(made) ? [made] : made) await file.write(piece);
  await file.close();
  return path;
}

// `node sample-data/broken/write-broken.ts FOLDER` makes all of them, to be looked at with `npx dibao check`.
const folder = process.argv[2];
if (import.meta.main && folder !== undefined) {
  await mkdir(folder, { recursive: true });
  for (const file of brokenFiles) await writeBroken(file, folder);
}
