import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ObjectMissing, ObjectUnreadable } from '../jobs/ports.ts';
import { folderStore } from './folder-store.ts';
import { keysBelow, objectStoreContract } from './object-store-contract.ts';

const base = mkdtempSync(join(tmpdir(), 'dibao-store-'));
const newRoot = (): string => mkdtempSync(join(base, 'root-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

objectStoreContract('folder', async () => folderStore(newRoot()));

it('leaves no file of its own behind, and lists none of a writer that died', async () => {
  const root = newRoot();
  const store = folderStore(root);
  await store.write('a', new Uint8Array([1]));
  await store.write('a', new Uint8Array([2]));
  expect(readdirSync(root)).toEqual(['a']);
  writeFileSync(join(root, '.dibao-left-by-a-dead-writer'), 'x');
  expect(await keysBelow(store, '')).toEqual(['a']);
});

it('does not wait for the lock of a process that is gone', async () => {
  const root = newRoot();
  writeFileSync(join(root, '.dibao-a.lock'), `${hostname()} 999999999`);
  await folderStore(root).write('a', new Uint8Array([1]));
  expect(readdirSync(root)).toEqual(['a']);
});

it('does not go round in a loop of links', async () => {
  const root = newRoot();
  writeFileSync(join(root, 'a'), 'x');
  symlinkSync(root, join(root, 'again'), 'junction');
  const keys = await keysBelow(folderStore(root), '');
  expect(keys[0]).toBe('a');
  expect(keys.length).toBeLessThan(20);
});

it.runIf(process.platform === 'linux')('lists and reads a file whose name is in GB18030', async () => {
  const root = newRoot();
  const store = folderStore(root);
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xb5, 0xcd, 0xb1, 0xa3]), Buffer.from('.csv')]), 'x');
  expect(await keysBelow(store, '')).toEqual(['低保.csv']);
  for await (const chunk of store.read('低保.csv')) expect(Buffer.from(chunk).toString()).toBe('x');
});

it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'lists a folder that may not be read as one thing',
  async () => {
    const root = newRoot();
    mkdirSync(join(root, 'shut'));
    writeFileSync(join(root, 'a'), 'x');
    chmodSync(join(root, 'shut'), 0);
    expect(await keysBelow(folderStore(root), '')).toEqual(['a', 'shut']);
    await expect(folderStore(root).read('shut')[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(ObjectUnreadable);
    chmodSync(join(root, 'shut'), 0o755);
  },
);

it('lists what it cannot look at, so that a run refuses it instead of leaving it out', async () => {
  const root = newRoot();
  const store = folderStore(root);
  symlinkSync(join(root, 'nowhere'), join(root, 'broken.csv'));
  symlinkSync(join(root, 'round.csv'), join(root, 'round.csv'));
  expect(await keysBelow(store, '')).toEqual(['broken.csv', 'round.csv']);
  await expect(store.read('broken.csv')[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(ObjectMissing);
  await expect(store.read('round.csv')[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(ObjectUnreadable);
});
