import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
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
    // To read and check it is a part of every start. Names stay, for what is said of a fault.
    minifyWhitespace: true,
    minifySyntax: true,
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
    plugins: [preparedSources(root, place)],
  });
  const { name, text } = stampList(Object.keys(metafile.inputs), root);
  writeFileSync(`${unfinished}/${name}`, text);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

/** esbuild leaves regular expressions with other letters, and one of them makes V8 hold all of the text with two bytes a letter. */
function inLatinLetters(source) {
  return source.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A module that asks where it lies is answered with the place of its source, from which it finds the files beside it. */
function withOwnAddress(source, path, root, place) {
  const up = place.replace(/[^/]+/g, '..');
  const from = JSON.stringify(`${up}/${path.slice(root.length).replaceAll('\\', '/')}`);
  return source.replaceAll('import.meta.url', `new URL(${from}, ${bundleAddress}).href`);
}

function preparedSources(root, place) {
  return {
    name: 'prepared-sources',
    setup({ onLoad }) {
      onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => {
        const source = inLatinLetters(readFileSync(path, 'utf8'));
        const isOwn = path.endsWith('.ts') && source.includes('import.meta.url');
        return {
          contents: isOwn ? withOwnAddress(source, path, root, place) : source,
          loader: extname(path).endsWith('ts') ? 'ts' : 'js',
        };
      });
    },
  };
}

// An installation must not fail for want of what only makes the program start sooner.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await writeBundle().catch(() => console.error('启动包没有做成，程序照常可用，只是启动稍慢。'));
}
