import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBundle } from './bundled-program.mjs';
import { faultMessage } from './fault-message.ts';
import { bundleEntry, bundleFile, bundleFolder, freshBundle } from './program-bundle.mjs';
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
    const { program } = openBundle(freshBundle(root)!, []);
    expect(program.place).toBe(pathToFileURL(join(root, 'functions/local/place.ts')).href);
    expect((await program.later()).said).toBe('later');
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

  it('is left for its sources where it is gone itself', async () => {
    await writeBundle(root);
    rmSync(join(root, bundleFolder, bundleFile));
    expect(freshBundle(root)).toBeUndefined();
  });

  it('leads from a fault to the line of the source, also where a package threw it', async () => {
    mkdirSync(join(root, 'node_modules/package'), { recursive: true });
    put('node_modules/package/package.json', '{ "name": "package", "main": "index.js" }');
    put('node_modules/package/index.js', "exports.fail = () => {\n  throw new TypeError('张三');\n};\n");
    put(
      'functions/local/later.ts',
      "import { fail as thrown } from 'package';\n\nexport const fail = () => {\n  thrown();\n};\n",
    );
    await writeBundle(root);
    const { program } = openBundle(freshBundle(root)!, []);
    const { fail } = await program.later();
    const message = await (async () => fail())().catch(faultMessage);
    expect(message).toMatch(/^程序故障（TypeError，functions\/local\/later\.ts:4）/u);
  });

  it('holds none of the languages of zod', async () => {
    const own = fileURLToPath(new URL('../../', import.meta.url));
    const place = `.cache/bundle-${process.pid}`;
    try {
      await writeBundle(own, bundleEntry, place);
      const { sources } = JSON.parse(readFileSync(join(own, place, `${bundleFile}.map`), 'utf8'));
      expect(sources.join()).toContain('node_modules/zod/v4/locales/en.js');
      expect(sources.join()).not.toContain('node_modules/zod/v4/locales/fr.js');
    } finally {
      rmSync(join(own, place), { recursive: true, force: true });
    }
  });

  it('is not believed where its list is damaged', async () => {
    await writeBundle(root);
    put('node_modules/.cache/dibao/program/inputs.json', '[["functions');
    expect(freshBundle(root)).toBeUndefined();
  });
});

describe('the functions that a run has compiled', () => {
  const kept = (): string[] => readdirSync(join(root, bundleFolder)).filter((name) => name.endsWith('.compiled'));
  const open = (...words: string[]) => openBundle(freshBundle(root)!, words);
  /** Kept once more only where those that are there were not taken. */
  const areTaken = (command: string): boolean => {
    const place = join(root, bundleFolder, `${bundleFile}.${command}.compiled`);
    utimesSync(place, 1_600_000_000, 1_600_000_000);
    open(command).keepCompiled();
    return statSync(place).mtimeMs === 1_600_000_000_000;
  };

  it('are kept beside the bundle, apart for each command, and taken by the next run of it', async () => {
    await writeBundle(root);
    open('half-year').keepCompiled();
    open('payout').keepCompiled();
    expect(kept()).toEqual([`${bundleFile}.half-year.compiled`, `${bundleFile}.payout.compiled`]);
    expect(areTaken('payout')).toBe(true);
  });

  it('are all that it has called, however long ago', async () => {
    await writeBundle(root);
    const place = join(root, bundleFolder, `${bundleFile}.check.compiled`);
    open('check').keepCompiled();
    const atOnce = statSync(place).size;
    rmSync(place);
    const { keepCompiled } = open('check');
    // Memory that nobody wants makes the collector go through all of the heap a dozen times, as it does in a long run.
    for (let times = 0; times < 400; times++) {
      new ArrayBuffer(1 << 26);
      if (times % 4 === 3) await setImmediate();
    }
    keepCompiled();
    expect(statSync(place).size).toBe(atOnce);
  });

  it('are not those of its help, and never leave the folder, whatever is typed for a command', async () => {
    await writeBundle(root);
    open('payout', '--help').keepCompiled();
    open('../../x').keepCompiled();
    expect(kept()).toEqual([`${bundleFile}.help.compiled`]);
  });

  it('are not taken where they are damaged', async () => {
    await writeBundle(root);
    open('check').keepCompiled();
    const place = join(root, bundleFolder, `${bundleFile}.check.compiled`);
    const bytes = readFileSync(place);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(place, bytes);
    expect(areTaken('check')).toBe(false);
    expect(areTaken('check')).toBe(true);
  });

  it('are not taken by another program of the same length', async () => {
    await writeBundle(root);
    open('check').keepCompiled();
    const place = join(root, bundleFolder, `${bundleFile}.check.compiled`);
    const bytes = readFileSync(place);
    put('functions/local/later.ts', "export const said = 'never';\n");
    await writeBundle(root);
    expect(kept()).toEqual([]);
    writeFileSync(place, bytes);
    expect(areTaken('check')).toBe(false);
  });
});
