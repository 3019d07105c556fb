import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ObjectMissing, type ObjectStore, ObjectUnreadable, type WriteCondition, WriteConditionFailed } from '../jobs/ports.ts';
import { fileChunks } from './file-chunks.ts';
import { fileHash, isMissing } from './file-hash.ts';
import { withFileLock } from './file-lock.ts';
import { listFolder, type OddNames, ownPrefix } from './folder-listing.ts';
import { isSafeObjectKey } from './object-key.ts';

/**
 * An object store over a folder: the key is the path below `root`. A tag is the sha256 of the content, since inode and
 * time do not tell versions apart on every file system.
 */
export function folderStore(root: string): ObjectStore {
  const oddNames: OddNames = new Map();
  return {
    list: (prefix) => {
      const folder = prefix.slice(0, prefix.lastIndexOf('/'));
      if (folder !== '') pathOf(root, folder);
      return listFolder(root, prefix, oddNames);
    },
    read: (key, memory) => readFileOf(root, key, oddNames.get(key), memory),
    tag: async (key) => fileHash(pathOf(root, key)),
    write: async (key, body, condition) => writeObject(pathOf(root, key), body, condition),
    delete: async (key) => rm(pathOf(root, key), { force: true }),
  };
}

/** Refuses keys that would leave the folder or mean another file on Windows. */
function pathOf(root: string, key: string): string {
  if (!isSafeObjectKey(key) || (process.platform === 'win32' && /[\\:]/u.test(key))) throw new Error('unsafe object key');
  return join(root, ...key.split('/'));
}

const unreadable = new Set(['EACCES', 'EPERM', 'EBUSY', 'EIO', 'ELOOP']);

async function* readFileOf(
  root: string,
  key: string,
  oddName: Buffer | undefined,
  memory: Uint8Array | undefined,
): AsyncIterable<Uint8Array> {
  try {
    yield* fileChunks(oddName ?? pathOf(root, key), memory);
  } catch (error) {
    if (isMissing(error)) throw new ObjectMissing();
    if (unreadable.has((error as NodeJS.ErrnoException).code ?? '')) throw new ObjectUnreadable();
    throw error;
  }
}

async function writeObject(
  path: string,
  body: AsyncIterable<Uint8Array> | Uint8Array,
  condition: WriteCondition | undefined,
): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `${ownPrefix}${randomUUID()}`);
  try {
    const tag = await writeBody(temporary, body);
    if (condition && 'ifAbsent' in condition) await putNew(temporary, path);
    else await withFileLock(lockOf(path), () => replace(temporary, path, condition?.ifTag));
    return tag;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeBody(path: string, body: AsyncIterable<Uint8Array> | Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx');
  try {
    for await (const chunk of body instanceof Uint8Array ? [body] : body) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.datasync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

/** A link never replaces, whoever else writes. File systems without links get the check under the lock. */
async function putNew(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') throw new WriteConditionFailed();
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EISDIR') throw error;
    await withFileLock(lockOf(path), async () => {
      if (await stat(path).catch(() => undefined)) throw new WriteConditionFailed();
      await rename(temporary, path);
    });
  }
}

async function replace(temporary: string, path: string, tag: string | undefined): Promise<void> {
  if (tag !== undefined && (await fileHash(path)) !== tag) throw new WriteConditionFailed();
  await rename(temporary, path);
}

function lockOf(path: string): string {
  return join(dirname(path), `${ownPrefix}${basename(path)}.lock`);
}
