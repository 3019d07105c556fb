import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleEntry, bundleFile, bundleFolder, stampList } from './program-bundle.mjs';

const ownRoot = fileURLToPath(new URL('../../', import.meta.url));
/** What the bundle calls its own address, which it is told when it is run. */
const bundleAddress = 'bundleAddress';

/**
 * Makes the bundle that `dibao.mjs` starts. Runs at the end of `npm ci`; without esbuild (an installation without
 * development packages) there is none, and the program runs from its sources, only slower to start.
 */
export async function writeBundle(root = ownRoot, entry = bundleEntry, place = bundleFolder) {
  const esbuild = await import('esbuild').catch(() => undefined);
  if (esbuild === undefined) return;
  const folder = `${root}${place}`;
  const unfinished = `${folder}-${process.pid}`;
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: `${unfinished}/${bundleFile}`,
    bundle: true,
    // A script and not a module, for the sake of `bundled-program.mjs`.
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    metafile: true,
    // Looked up only when a run has failed (`source-place.ts`).
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'error',
    banner: { js: `(function (require, module, ${bundleAddress}) {` },
    footer: { js: '})' },
    plugins: [ownAddresses(root, place)],
  });
  const program = `${unfinished}/${bundleFile}`;
  writeFileSync(program, inLatinLetters(readFileSync(program, 'utf8')));
  const { name, text } = stampList(Object.keys(metafile.inputs), root);
  writeFileSync(`${unfinished}/${name}`, text);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

/** Regular expressions are left with other letters, and one of them makes V8 hold all of the text with two bytes a letter. */
function inLatinLetters(program) {
  return program.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A module that asks where it lies is answered with the place of its source, from which it finds the files beside it. */
function ownAddresses(root, place) {
  return {
    name: 'own-addresses',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        if (!source.includes('import.meta.url')) return undefined;
        const up = place.replace(/[^/]+/g, '..');
        const from = JSON.stringify(`${up}/${path.slice(root.length).replaceAll('\\', '/')}`);
        const address = `new URL(${from}, ${bundleAddress}).href`;
        return { contents: source.replaceAll('import.meta.url', address), loader: 'ts' };
      });
    },
  };
}

// An installation must not fail for want of what only makes the program start sooner.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await writeBundle().catch(() => console.error('启动包没有做成，程序照常可用，只是启动稍慢。'));
}
