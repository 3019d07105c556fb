import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Plain JavaScript on purpose: written by the Node that runs npm, which may be older than the one that runs the program.

/**
 * The program in one file: to find, check and link four hundred modules takes longer than to read a county. Beside the
 * packages, so that a new installation begins without one.
 */
export const bundleFolder = 'node_modules/.cache/dibao/program';
export const bundleEntry = 'functions/local/command-line.ts';
export const bundleFile = 'program.js';
const list = 'inputs.json';

const ownRoot = fileURLToPath(new URL('../../', import.meta.url));

/** What tells one state of a file from another without reading it. @param {string} path */
function stampOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.mtimeMs}/${stat.size}`;
}

/** The stamps of the files that a bundle is made from, as they are kept with it. @param {readonly string[]} inputs */
export function stampList(inputs, root = ownRoot) {
  const stamped = new Set(inputs.map(stampedFor));
  return { name: list, text: JSON.stringify([...stamped].map((input) => [input, stampOf(`${root}${input}`)])) };
}

/** A package is only ever changed as a whole, and its manifest with it. @param {string} input */
function stampedFor(input) {
  const [, folder] = /^(node_modules\/(?:@[^/]+\/)?[^/]+\/)/.exec(input) ?? [];
  return folder === undefined ? input : `${folder}package.json`;
}

/** Path of the bundle, or undefined where there is none or a file that it was made from has changed since. */
export function freshBundle(root = ownRoot) {
  const folder = `${root}${bundleFolder}/`;
  /** @type {[string, string][]} */
  let inputs;
  try {
    inputs = JSON.parse(readFileSync(`${folder}${list}`, 'utf8'));
  } catch {
    return undefined;
  }
  if (!inputs.every(([input, stamp]) => stampOf(`${root}${input}`) === stamp)) return undefined;
  const bundle = `${folder}${bundleFile}`;
  return stampOf(bundle) === '' ? undefined : bundle;
}
