import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { validId } from '../../sample-data/builders.ts';

const launcher = fileURLToPath(new URL('dibao.mjs', import.meta.url));
const base = mkdtempSync(join(tmpdir(), 'dibao-interruption-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const days = Array.from({ length: 28 }, (_, day) => String(day + 1).padStart(2, '0'));
const people = Array.from({ length: 60_000 }, (_, at) => validId('230123', `1950${days[at % 12]}${days[at % 28]}`, at % 1000));

let folder: string;
let home: string;
let words: readonly string[];
beforeEach(() => {
  folder = mkdtempSync(join(base, 'county-'));
  home = join(folder, 'out', '230123', '2020H1');
  words = ['half-year', '--inbox', folder, '--county', '230123', '--period', '2020H1', '--out', join(folder, 'out'), '--force'];
  const period = join(folder, '230123', '2020H1');
  mkdirSync(period, { recursive: true });
  const roster = people.map((id, at) => `农村,王某,王某,${id},300,红旗乡,第${at}村`);
  writeFileSync(join(period, '台账.csv'), ['城乡类别,户主姓名,姓名,身份证号,月保障金额,乡镇,村', ...roster].join('\r\n'));
  writeFileSync(
    join(period, '建档.csv'),
    `乡(镇),行政村,户编号,姓名,证件号码,贫困户属性,脱贫属性\r\n红旗乡,一村,H1,王某,${people[0]},低保贫困户,已脱贫\r\n`,
  );
});

const drafts = (): readonly string[] => (existsSync(home) ? readdirSync(home).filter((name) => name.includes('.draft-')) : []);

/** Starts a run and comes back when its report is being written. */
async function startedWriting(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [launcher, ...words], { stdio: 'ignore' });
  while (drafts().length === 0 && child.exitCode === null) await pause(2);
  expect(drafts()).toHaveLength(1);
  return child;
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));

describe('a run that is stopped while it writes', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing after %s', async (signal) => {
    const child = await startedWriting();
    child.kill(signal);
    expect(await ended(child)).toBe(signal === 'SIGINT' ? 130 : 143);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('leaves a hidden draft when it is killed, and the next run takes it away', async () => {
    const child = await startedWriting();
    child.kill('SIGKILL');
    await ended(child);
    expect(readdirSync(home).filter((name) => !name.startsWith('.'))).toEqual([]);
    const next = spawnSync(process.execPath, [launcher, ...words], { encoding: 'utf8' });
    expect(next).toMatchObject({ status: 0, stderr: expect.stringContaining('上次运行中断') });
    expect(readdirSync(home).sort()).toEqual(['half-year', 'half-year.run.json']);
  });

  it('gives one whole report when two runs meet', async () => {
    const children = [1, 2].map(() => spawn(process.execPath, [launcher, ...words], { stdio: 'ignore' }));
    expect(await Promise.all(children.map(ended))).toEqual([0, 0]);
    expect(readdirSync(home).sort()).toEqual(['half-year', 'half-year.run.json']);
  });
});
