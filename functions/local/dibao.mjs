#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { letRunGoFirst } from './background-threads.mjs';
import { openBundle } from './bundled-program.mjs';
import { installedNode, nodeProblem } from './node-guard.mjs';
import { freshBundle } from './program-bundle.mjs';

const problem = nodeProblem();
const node = problem ? installedNode() : undefined;
if (!problem) await runCommandLine();
else if (node) await runAgainOn(node);
else {
  console.error(problem);
  process.exitCode = 1;
}

async function runCommandLine() {
  letRunGoFirst();
  const words = process.argv.slice(2);
  const bundle = freshBundle();
  if (bundle === undefined) return runSources(words);
  const { program, keepCompiled } = openBundle(bundle, words);
  process.exitCode = await program.runCommand(words);
  if (process.exitCode === 0) keepCompiled();
}

/** @param {string[]} words */
async function runSources(words) {
  // Half of a short run would else be spent on compiling the same files again. Beside the packages, not in the shared
  // temporary folder, where other accounts could plant code.
  nodeModule.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/dibao', import.meta.url)));
  const { runCommand } = await import('./command-line.ts');
  process.exitCode = await runCommand(words);
}

/** @param {string} node */
async function runAgainOn(node) {
  // Loaded when needed: it brings sockets and streams with it, a tenth of a short run's start.
  const { spawn } = await import('node:child_process');
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // The terminal sends Ctrl-C to both; the child cleans up, so wait for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
