import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import * as zlib from 'node:zlib';

/**
 * V8 forgets what it has compiled of a function that was not called for a while: of all that a run calls at its beginning,
 * the bundle as a whole among it, which took every later run a seventh of its start to compile again.
 */
const [keepsAll, forgets] = ['--no-flush-bytecode', '--flush-bytecode'];

/** Bytes before the compiled functions: what they belong to, so that damaged ones and another program's are left alone. */
const sealBytes = 4;

/**
 * Runs a bundle and gives what it exports. To compile the functions that a run calls takes it a tenth of a second; Node's
 * own cache holds modules as they stand before they run, almost without functions. V8 gives out a script's with all that
 * were called, so they are kept beside the bundle, apart for each command.
 * @param {string} bundle @param {readonly string[]} words
 */
export function openBundle(bundle, words) {
  const source = readFileSync(bundle);
  const place = `${bundle}.${commandOf(words)}.compiled`;
  const cachedData = compiledFunctions(place, source);
  const script = new Script(source.toString('latin1'), { filename: bundle, cachedData });
  const areTaken = cachedData !== undefined && !script.cachedDataRejected;
  if (!areTaken) setFlagsFromString(keepsAll);
  /** @type {{ exports: any }} */
  const module = { exports: {} };
  script.runInThisContext()(createRequire(import.meta.url), module, pathToFileURL(bundle).href);
  return {
    program: module.exports,
    /** For the next runs of the command: to be called once what it does has been done. */
    keepCompiled: areTaken ? nothing : () => keepFunctions(place, source, script),
  };
}

/** Nothing of the source is held on to. */
function nothing() {}

/** Help for a command calls next to nothing of what the command itself needs. @param {readonly string[]} words */
function commandOf(words) {
  const [command = ''] = words;
  return /^[a-z][a-z-]*$/.test(command) && !words.includes('--help') && !words.includes('-h') ? command : 'help';
}

/** @param {Buffer} source @param {Buffer} functions */
const sealOf = (source, functions) => zlib.crc32(functions, zlib.crc32(source));

/** V8 looks only at the source's length, and falls over damaged functions. @param {string} place @param {Buffer} source */
function compiledFunctions(place, source) {
  try {
    const kept = readFileSync(place);
    const functions = kept.subarray(sealBytes);
    return kept.readUInt32LE() === sealOf(source, functions) ? functions : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} place @param {Buffer} source @param {Script} script */
function keepFunctions(place, source, script) {
  // They are taken only under the flags that they were given out under.
  setFlagsFromString(forgets);
  const functions = script.createCachedData();
  const seal = Buffer.alloc(sealBytes);
  seal.writeUInt32LE(sealOf(source, functions));
  try {
    // Another run may be reading them.
    writeFileSync(`${place}-${process.pid}`, Buffer.concat([seal, functions]));
    renameSync(`${place}-${process.pid}`, place);
  } catch {
    // An installation that only another account may write to: every run compiles for itself.
  }
}
