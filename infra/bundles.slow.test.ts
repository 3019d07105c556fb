import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';

const project = fileURLToPath(new URL('..', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'dibao-bundles-'));
let bundles: string[] = [];

beforeAll(() => {
  const context = JSON.parse(readFileSync(join(project, 'cdk.json'), 'utf8')).context as object;
  const run = spawnSync(process.execPath, ['infra/app.ts'], {
    cwd: project,
    env: { ...process.env, CDK_OUTDIR: out, CDK_CONTEXT_JSON: JSON.stringify({ ...context, partition: 'aws-cn' }) },
    encoding: 'utf8',
  });
  expect(run.status, run.stderr).toBe(0);
  bundles = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('index.mjs'));
}, 120_000);
afterAll(() => rmSync(out, { recursive: true }));

it('makes one bundle a function, none above five megabytes zipped', () => {
  expect(bundles).toHaveLength(8);
  for (const bundle of bundles) expect(deflateRawSync(readFileSync(join(out, bundle))).length).toBeLessThan(5_000_000);
});

it('makes bundles that load by themselves and export a handler', () => {
  for (const bundle of bundles) {
    const script = `const { handler } = await import(${JSON.stringify(pathToFileURL(join(out, bundle)).href)}); console.log(typeof handler)`;
    const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: out, encoding: 'utf8' });
    expect(run.stdout.trim(), run.stderr).toBe('function');
  }
});

it('names every missing variable at once when one is called without its surroundings', () => {
  const script = `const { handler } = await import(${JSON.stringify(pathToFileURL(join(out, bundles[0]!)).href)}); await handler({}, {}).catch((fault) => console.log(fault.name))`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: out, encoding: 'utf8' });
  expect(run.stdout).toContain('ProgramFault');
  const said = run.stdout.split('\n').find((line) => line.includes('environment-incomplete')) ?? '{}';
  expect(JSON.parse(said).missing).toHaveLength(7);
});
