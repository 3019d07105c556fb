import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from 'vitest';
import { ObjectMissing, type ObjectStore, WriteConditionFailed } from '../jobs/ports.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function keysBelow(store: ObjectStore, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const object of store.list(prefix)) keys.push(object.key);
  return keys;
}

/** Chunks hold only until the next is asked for. */
async function copied(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const copies: Buffer[] = [];
  for await (const chunk of chunks) copies.push(Buffer.from(chunk));
  return Buffer.concat(copies);
}

/**
 * What every object store promises, whatever is behind it. `open` gives an empty store for each test; `many` is a number
 * of objects that needs more than one page of a listing.
 */
export function objectStoreContract(name: string, open: () => Promise<ObjectStore>, many = 50): void {
  describe(`object store contract: ${name}`, () => {
    let store: ObjectStore;
    beforeEach(async () => {
      store = await open();
    });

    it('gives back the bytes that were written', async () => {
      await store.write('230123/2020H1/a.csv', bytes('一,二\r\n'));
      expect((await buffer(store.read('230123/2020H1/a.csv'))).toString()).toBe('一,二\r\n');
    });

    it('takes and gives a body of many chunks unchanged', async () => {
      const chunks = Array.from({ length: 60 }, () => randomBytes(100_000));
      async function* body(): AsyncIterable<Uint8Array> {
        yield* chunks;
      }
      await store.write('big.bin', body());
      expect((await buffer(store.read('big.bin'))).equals(Buffer.concat(chunks))).toBe(true);
      expect((await copied(store.read('big.bin', Buffer.alloc(1000)))).equals(Buffer.concat(chunks))).toBe(true);
    });

    it('keeps an empty object', async () => {
      await store.write('empty', bytes(''));
      expect(await buffer(store.read('empty'))).toHaveLength(0);
      expect(await keysBelow(store, '')).toEqual(['empty']);
    });

    it('lists non-ASCII keys with their sizes, ordered by code points across folders', async () => {
      const keys = ['230123/2020H1/dibao-roster/农村低保台账 (1).xlsx', '230123/2020H1/dibao-roster/\u{20000}.csv'];
      keys.push('230123/2020H1/dibao-roster/\uff21.csv', '230123/2020H1/dibao-roster-x/a.csv', '230123/2020H1/a+b&c=d.csv');
      for (const key of keys) await store.write(key, bytes(key));
      const found: [string, number][] = [];
      for await (const { key, size } of store.list('230123/')) found.push([key, size]);
      const order = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(found).toEqual(order.map((key) => [key, bytes(key).length]));
      for (const key of keys) expect((await buffer(store.read(key))).toString()).toBe(key);
    });

    it('lists by prefix, also inside a name, and nothing for an unknown one', async () => {
      for (const key of ['a/x', 'a/y', 'ab/x', 'b']) await store.write(key, bytes('1'));
      expect(await keysBelow(store, 'a/')).toEqual(['a/x', 'a/y']);
      expect(await keysBelow(store, 'a')).toEqual(['a/x', 'a/y', 'ab/x']);
      expect(await keysBelow(store, 'a/y')).toEqual(['a/y']);
      expect(await keysBelow(store, 'none/')).toEqual([]);
    });

    it('lists more objects than one page holds, each once', async () => {
      const keys = Array.from({ length: many }, (_, index) => `many/${String(index).padStart(5, '0')}`);
      await Promise.all(keys.map((key) => store.write(key, bytes(key))));
      expect(await keysBelow(store, 'many/')).toEqual(keys);
    });

    it('says that an object is missing, on reading and by its tag', async () => {
      await expect(buffer(store.read('nowhere/at-all'))).rejects.toBeInstanceOf(ObjectMissing);
      expect(await store.tag('nowhere/at-all')).toBeUndefined();
    });

    it('gives a new tag with new content, and the tag that writing resolved to', async () => {
      const first = await store.write('t', bytes('1'));
      expect(await store.tag('t')).toBe(first);
      const second = await store.write('t', bytes('2'));
      expect(second).not.toBe(first);
      expect(await store.tag('t')).toBe(second);
    });

    it('creates only where nothing is, and leaves what is there', async () => {
      await store.write('c', bytes('first'), { ifAbsent: true });
      await expect(store.write('c', bytes('second'), { ifAbsent: true })).rejects.toBeInstanceOf(WriteConditionFailed);
      expect((await buffer(store.read('c'))).toString()).toBe('first');
    });

    it('lets one of many creators win', async () => {
      const tries = Array.from({ length: 8 }, (_, index) => store.write('race', bytes(`${index}`), { ifAbsent: true }));
      const settled = await Promise.allSettled(tries);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const winner = settled.findIndex(({ status }) => status === 'fulfilled');
      expect((await buffer(store.read('race'))).toString()).toBe(`${winner}`);
    });

    it('replaces only the version that is named', async () => {
      const first = await store.write('r', bytes('1'));
      const second = await store.write('r', bytes('2'), { ifTag: first });
      await expect(store.write('r', bytes('3'), { ifTag: first })).rejects.toBeInstanceOf(WriteConditionFailed);
      await expect(store.write('gone', bytes('3'), { ifTag: first })).rejects.toBeInstanceOf(WriteConditionFailed);
      expect(await store.tag('r')).toBe(second);
      expect(await keysBelow(store, '')).toEqual(['r']);
    });

    it('lets one of many replacers of a version win', async () => {
      const first = await store.write('race', bytes('start'));
      const tries = Array.from({ length: 8 }, (_, index) => store.write('race', bytes(`${index}`), { ifTag: first }));
      const settled = await Promise.allSettled(tries);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('shows nothing of a body that breaks off, and keeps what was there', async () => {
      async function* broken(): AsyncIterable<Uint8Array> {
        yield bytes('half');
        throw new Error('source broke off');
      }
      await store.write('kept', bytes('old'));
      await expect(store.write('kept', broken())).rejects.toThrow('source broke off');
      await expect(store.write('new', broken())).rejects.toThrow('source broke off');
      expect(await keysBelow(store, '')).toEqual(['kept']);
      expect((await buffer(store.read('kept'))).toString()).toBe('old');
    });

    it('lets a reader stop half way and read again', async () => {
      await store.write('half', randomBytes(5_000_000));
      for await (const chunk of store.read('half')) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      expect(await buffer(store.read('half'))).toHaveLength(5_000_000);
    });

    it('deletes, and does not mind what is not there', async () => {
      await store.write('d', bytes('1'));
      await store.delete('d');
      await store.delete('d');
      expect(await keysBelow(store, '')).toEqual([]);
    });

    it('refuses keys that climb out', async () => {
      await expect(store.write('../x', bytes('1'))).rejects.toThrow();
      await expect(buffer(store.read('a/../../x'))).rejects.toThrow();
    });
  });
}
