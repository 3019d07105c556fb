import { isUtf8 } from 'node:buffer';
import { access, constants, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredObject } from '../jobs/ports.ts';

/** Paths of objects whose names on the disk are no UTF-8, by key. */
export type OddNames = Map<string, Buffer>;

/** Names of files that the store has on their way: never listed. */
export const ownPrefix = '.dibao-';
/** Deeper than any inbox; ends a loop of symbolic links. */
const deepest = 16;

/** Everything below `root` whose key begins with `prefix`, ordered by the code points of the keys; notes odd names. */
export async function* listFolder(root: string, prefix: string, oddNames: OddNames): AsyncIterable<StoredObject> {
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  for await (const object of walk(root, folder, 0, oddNames)) if (object.key.startsWith(prefix)) yield object;
}

async function* walk(root: string, folder: string, depth: number, oddNames: OddNames): AsyncIterable<StoredObject> {
  const entries: { name: string; size: number }[] = [];
  for (const raw of await namesIn(join(root, folder))) {
    const name = fileName(raw);
    if (name.startsWith(ownPrefix)) continue;
    const path = Buffer.concat([Buffer.from(join(root, folder, '/')), raw]);
    if (!raw.equals(Buffer.from(name))) oddNames.set(folder + name, path);
    // What cannot even be looked at is listed: it would otherwise be left out without a word.
    const found = await stat(path).catch(() => undefined);
    // A folder sorts as its name with the slash, as the keys below it do.
    if (found?.isDirectory()) entries.push({ name: `${name}/`, size: 0 });
    else if (found === undefined || found.isFile()) entries.push({ name, size: found?.size ?? 0 });
  }
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  for (const { name, size } of entries) {
    if (!name.endsWith('/')) yield { key: folder + name, size };
    else if (!(await mayBeRead(join(root, folder, name)))) yield { key: folder + name.slice(0, -1), size: 0 };
    else if (depth < deepest) yield* walk(root, folder + name, depth + 1, oddNames);
  }
}

/** Archives packed on a Chinese Windows leave names in GB18030 when they are unpacked elsewhere. */
function fileName(raw: Buffer): string {
  if (isUtf8(raw)) return raw.toString();
  return new TextDecoder('gb18030').decode(raw);
}

/** A folder that may not is listed as a file that cannot be read, with the files that can. */
async function mayBeRead(folder: string): Promise<boolean> {
  return access(folder, constants.R_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function namesIn(folder: string): Promise<readonly Buffer[]> {
  try {
    return await readdir(folder, { encoding: 'buffer' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
