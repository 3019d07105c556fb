import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenFiles } from './broken-files.ts';
import type { ReadBroken } from './read-broken.ts';
import { writeBroken } from './write-broken.ts';

/** MiB that a process may take, and seconds. */
const mostMemory = 1024;
const mostSeconds = 60;

const reader = join(import.meta.dirname, 'read-broken.ts');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broken-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What a process of its own says of the file. It fails where the process crashes, hangs or asks for too much memory. */
async function readInChild(path: string): Promise<ReadBroken> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=900', reader, path], {
    timeout: mostSeconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: 16 * 1024 ** 2,
  });
  return JSON.parse(stdout);
}

it('has at least 80 of them, each name once', () => {
  expect(new Set(brokenFiles.map(({ name }) => name)).size).toBe(brokenFiles.length);
  expect(brokenFiles.length).toBeGreaterThanOrEqual(80);
});

it.each(brokenFiles)('$name', async (file) => {
  const path = await writeBroken(file, folder);
  const { expected } = file;
  const { refusals, rows, rejected, read, says, peak } = await readInChild(path);
  expect(peak).toBeLessThan(mostMemory);
  if ('refused' in expected) {
    expect(refusals).toHaveLength(1);
    expect(refusals[0]?.reason).toContain(expected.refused);
    for (const words of Object.values(refusals[0] ?? {})) expect(words).toMatch(/[\u4e00-\u9fff].*/);
  } else {
    expect({ refusals, rows, rejected }).toEqual({ refusals: [], rows: expected.read, rejected: expected.rejected ?? 0 });
    expect(read).toBeGreaterThanOrEqual(rows.length + rejected);
    for (const words of expected.says ?? []) expect(says.join('\n')).toContain(words);
  }
  await rm(path);
});
