import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshBundle } from './program-bundle.mjs';
import { writeBundle } from './write-bundle.mjs';

let root: string;

function put(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = `${mkdtempSync(join(tmpdir(), 'dibao-bundle-'))}/`;
  mkdirSync(join(root, 'functions/local'), { recursive: true });
  put(
    'functions/local/command-line.ts',
    "export { place } from './place.ts';\nexport const later = () => import('./later.ts');\n",
  );
  put('functions/local/place.ts', 'export const place: string = import.meta.url;\n');
  put('functions/local/later.ts', "export const said = 'later';\n");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the bundled program', () => {
  it('is not there before it is written', () => {
    expect(freshBundle(root)).toBeUndefined();
  });

  it('tells its modules the place of their sources, and loads later what its sources load later', async () => {
    await writeBundle(root);
    const { place, later } = await import(/* @vite-ignore */ freshBundle(root)!);
    expect(place).toBe(pathToFileURL(join(root, 'functions/local/place.ts')).href);
    expect((await later()).said).toBe('later');
  });

  it('is left for its sources as soon as one of them has changed, and one that is only loaded later too', async () => {
    await writeBundle(root);
    put('functions/local/later.ts', "export const said = 'other';\n");
    expect(freshBundle(root)).toBeUndefined();
    await writeBundle(root);
    expect(freshBundle(root)).toBeDefined();
    rmSync(join(root, 'functions/local/place.ts'));
    expect(freshBundle(root)).toBeUndefined();
  });

  it('is left where a source has another time, as after another version was checked out', async () => {
    await writeBundle(root);
    utimesSync(join(root, 'functions/local/place.ts'), 1_600_000_000, 1_600_000_000);
    expect(freshBundle(root)).toBeUndefined();
  });

  it('is not believed where its list is damaged', async () => {
    await writeBundle(root);
    put('node_modules/.cache/dibao/program/inputs.json', '[["functions');
    expect(freshBundle(root)).toBeUndefined();
  });
});
