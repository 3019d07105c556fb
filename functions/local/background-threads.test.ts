import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const module = new URL('background-threads.mjs', import.meta.url).href;
/** Priorities of the process's threads by their names, before and after. */
const script = `
  import { readdirSync, readFileSync } from 'node:fs';
  import { getPriority } from 'node:os';
  const { letRunGoFirst } = await import(${JSON.stringify(module)});
  const now = () => readdirSync('/proc/self/task').map((thread) =>
    [readFileSync('/proc/self/task/' + thread + '/comm', 'utf8').trim(), getPriority(Number(thread))]);
  const before = now();
  letRunGoFirst();
  console.log(JSON.stringify({ before, after: now() }));
`;

test.runIf(process.platform === 'linux')('of the threads of V8 those beyond the further cores step back, and no others', () => {
  const told = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
  });
  const { before, after } = JSON.parse(told) as Record<'before' | 'after', [name: string, priority: number][]>;
  const changed = after.filter(([, priority], at) => priority !== before[at]![1]);
  const ofV8 = before.filter(([name]) => name === 'V8Worker');
  expect(ofV8.length).toBeGreaterThan(0);
  expect(changed).toHaveLength(Math.max(0, ofV8.length - Math.max(1, availableParallelism() - 1)));
  expect(changed.every(([name, priority]) => name === 'V8Worker' && priority === 10)).toBe(true);
});
