import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('the contract suite fails when the proxy enforces no conditions', () => {
  const output = join(mkdtempSync(join(tmpdir(), 'dibao-conditions-')), 'report.json');
  const run = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'fast',
      '--reporter=json',
      `--outputFile=${output}`,
      'functions/storage/s3-store.test.ts',
    ],
    {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, S3_PROXY_CONDITIONS: 'off' },
      encoding: 'utf8',
    },
  );
  expect(run.status).not.toBe(0);
  const report = JSON.parse(readFileSync(output, 'utf8')) as {
    testResults: { assertionResults: { title: string; status: string }[] }[];
  };
  const failed = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  expect(failed.map(({ title }) => title)).toEqual(
    expect.arrayContaining([
      'creates only where nothing is, and leaves what is there',
      'lets one of many creators win',
      'replaces only the version that is named',
      'lets one of many replacers of a version win',
    ]),
  );
}, 60_000);
