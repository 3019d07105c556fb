import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type RunRecord, writeRunRecord } from './run-record.ts';

const place = { county: '230123', period: '2020H1', job: 'half-year' };
const record: RunRecord = {
  by: 'name@host',
  startedAt: '2020-07-10T02:00:00.000Z',
  finishedAt: '2020-07-10T02:00:01.000Z',
  result: 'published',
  exitCode: 0,
  programVersion: '0.1.0',
};

let out: string;
let home: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'dibao-record-'));
  home = join(out, '230123', '2020H1');
});
afterEach(() => rmSync(out, { recursive: true }));

it('stands beside the report and is written anew by every run', () => {
  for (const exitCode of [0, 3]) writeRunRecord(out, place, { ...record, exitCode });
  expect(readdirSync(home)).toEqual(['half-year.run.json']);
  expect(JSON.parse(readFileSync(join(home, 'half-year.run.json'), 'utf8'))).toEqual({ ...record, exitCode: 3 });
});

it('takes away what a run left that was killed while it wrote, and nothing of one that runs', () => {
  mkdirSync(home, { recursive: true });
  const running = `.half-year.run.${process.ppid}`;
  for (const name of [running, '.half-year.run.999999999', '.payout.run.999999999']) writeFileSync(join(home, name), '{');
  writeRunRecord(out, place, record);
  expect(readdirSync(home).sort()).toEqual([running, '.payout.run.999999999', 'half-year.run.json'].sort());
});
