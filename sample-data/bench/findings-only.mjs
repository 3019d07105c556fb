import { fileURLToPath } from 'node:url';
import { letRunGoFirst } from '../../functions/local/background-threads.mjs';
import { openBundle } from '../../functions/local/bundled-program.mjs';

const bundle = fileURLToPath(new URL('../../.cache/bench/program/program.js', import.meta.url));
const words = process.argv.slice(2);
letRunGoFirst();
const { program, keepCompiled } = openBundle(bundle, words);
await program.findingsOnly(...words);
keepCompiled();
