import { buffer } from 'node:stream/consumers';
import { ObjectMissing, type ObjectStore, type ReportPublisher, WriteConditionFailed } from './ports.ts';

/** An object store without a disk, for tests: `order` is the order in which it lists. */
export function memoryStore(objects: Map<string, Uint8Array>, order?: readonly string[]): ObjectStore {
  return {
    list: async function* (prefix) {
      for (const key of order ?? [...objects.keys()].sort()) {
        if (key.startsWith(prefix)) yield { key, size: objects.get(key)!.length };
      }
    },
    read: async function* (key) {
      const bytes = objects.get(key);
      if (!bytes) throw new ObjectMissing();
      yield bytes;
    },
    tag: async (key) => (objects.has(key) ? String(objects.get(key)!.length) : undefined),
    write: async (key, body, condition) => {
      if (condition && 'ifAbsent' in condition && objects.has(key)) throw new WriteConditionFailed();
      objects.set(key, body instanceof Uint8Array ? body : await buffer(body));
      return String(objects.get(key)!.length);
    },
    delete: async (key) => {
      objects.delete(key);
    },
  };
}

/** A publisher without a disk, for tests: what was published last, by file name; undefined before. */
export class MemoryPublisher implements ReportPublisher {
  published: Map<string, Uint8Array> | undefined;
  abandoned = 0;

  async draft(): Promise<Awaited<ReturnType<ReportPublisher['draft']>>> {
    const files = new Map<string, Uint8Array>();
    const chunks = new Map<string, Uint8Array[]>();
    return {
      create: async (name) => {
        const written: Uint8Array[] = [];
        chunks.set(name, written);
        return {
          write: (chunk) => {
            written.push(chunk.slice());
          },
          close: async () => {
            files.set(name, Buffer.concat(written));
          },
        };
      },
      read: async function* (name) {
        yield files.get(name) ?? Buffer.concat(chunks.get(name) ?? []);
      },
      publish: async () => {
        this.published = files;
        return { location: 'memory', changed: true, earlier: undefined };
      },
      abandon: async () => {
        this.abandoned += 1;
      },
    };
  }
}
