import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { programVersion } from '../functions/handlers/deployed.ts';
import { PassingFault } from '../functions/handlers/passing-fault.ts';
import { jobs } from '../functions/jobs/jobs.ts';
import { runJob } from '../functions/jobs/run-job.ts';
import { folderPublisher } from '../functions/storage/folder-publisher.ts';
import { folderStore } from '../functions/storage/folder-store.ts';
import { keysBelow } from '../functions/storage/object-store-contract.ts';
import { sampleRequest } from '../sample-data/golden-run.ts';
import { placeOf, ready, reportFiles, sampleCloud, sampleInbox } from './sample-cloud.ts';

const sample = sampleCloud();
const laptop = mkdtempSync(join(tmpdir(), 'dibao-laptop-'));
afterAll(() => rmSync(laptop, { recursive: true }));

describe.each(['half-year', 'payout'] as const)('the state machine of %s over the sample county', (job) => {
  it('publishes the same bytes as the laptop, and leaves no snapshot', async () => {
    const execution = await sample.cloud.run(job, ready);
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: [{ county: '230123', outcome: 'published' }] });

    const { key, ...asked } = sampleRequest(job, 'inbox');
    const request = { ...asked, programVersion, key: { ...key, sample: false } };
    const ports = { inbox: folderStore(sampleInbox), publisher: folderPublisher(laptop), progress: { stage: () => undefined } };
    expect(await runJob(jobs[job], ports, request)).toMatchObject({ outcome: 'published' });
    const manifest = await sample.currentManifest(job);
    expect(await keysBelow(sample.cloud.stores.reports, placeOf(job))).toEqual(
      [...reportFiles.map((name) => `${placeOf(job)}${manifest}/${name}`), `${placeOf(job)}current.json`].sort(),
    );
    const folder = join(laptop, placeOf(job));
    expect(readdirSync(folder).sort()).toEqual(reportFiles);
    for (const name of reportFiles) {
      expect((await sample.content(`${placeOf(job)}${manifest}/${name}`)).equals(readFileSync(join(folder, name)))).toBe(true);
    }
    expect(await keysBelow(sample.cloud.stores.snapshots, '')).toEqual([]);
    expect(sample.cloud.told).toMatchObject([{ county: '230123', subject: expect.stringContaining('报告已发布') }]);
  });
});

describe('a run', () => {
  it('hands over and says nothing of any person', async () => {
    const messages: unknown[] = [];
    const interfere = (_: string, __: number, payload: unknown) => void messages.push(payload);
    await sample.cloud.run('half-year', ready, { interfere });
    const findings = (
      await sample.content(`${placeOf('half-year')}${await sample.currentManifest('half-year')}/findings.csv`)
    ).toString();
    const names = new Set(
      findings
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[9])
        .filter((name) => name !== undefined && name.length > 1),
    );
    expect(names.size).toBeGreaterThan(100);
    const said = JSON.stringify([messages, sample.cloud.told, sample.cloud.logged]);
    expect(said).not.toMatch(/(?<![0-9a-f])\d{17}[\dX](?![0-9a-f])/);
    for (const name of names) expect(said.includes(name!)).toBe(false);
    expect(sample.cloud.logged.some((line) => line.includes('memoryMegabytes'))).toBe(true);
  });

  it('is repeated where a fault may pass, with growing waits', async () => {
    const interfere = (handler: string, call: number) => {
      if (handler === 'half-year' && call <= 2) throw new PassingFault('SlowDown');
    };
    expect(await sample.cloud.run('half-year', ready, { interfere })).toMatchObject({ status: 'SUCCEEDED' });
    expect(sample.cloud.waits).toEqual([1, 2]);
    expect(await sample.currentManifest('half-year')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is repeated where bytes were changed on their way, down or up', async () => {
    const interfere = (handler: string, call: number) => {
      if (call > 1) return;
      if (handler === 'read-input') sample.cloud.server.proxy.fault({ kind: 'corrupt', method: 'GET', times: 1 });
      if (handler === 'half-year') sample.cloud.server.proxy.fault({ kind: 'corrupt', method: 'PUT', times: 1 });
    };
    expect(await sample.cloud.run('half-year', ready, { interfere })).toMatchObject({ output: [{ outcome: 'published' }] });
    expect(sample.cloud.waits).toEqual([1, 1]);
  });

  it('ends in ProgramFault where it is ours, tells people so, and shows nothing', async () => {
    const interfere = (handler: string) => {
      if (handler === 'half-year') throw new TypeError('x is not a function');
    };
    expect(await sample.cloud.run('half-year', ready, { interfere })).toMatchObject({ status: 'FAILED', error: 'ProgramFault' });
    expect(sample.cloud.told).toMatchObject([{ subject: expect.stringContaining('程序故障') }]);
    expect(sample.cloud.waits).toEqual([]);
    expect(await keysBelow(sample.cloud.stores.reports, '')).toEqual([]);
  });

  it('ends in InputRefused where an input is refused; the report before stands', async () => {
    await sample.cloud.run('half-year', ready);
    const before = await sample.content(`${placeOf('half-year')}current.json`);
    await sample.cloud.stores.inbox.write('230123/2020H1/dibao-roster/坏.xlsx', Buffer.from('PK\u0003\u0004 broken'));
    expect(await sample.cloud.run('half-year', ready, { name: 'run-2' })).toMatchObject({
      status: 'FAILED',
      error: 'InputRefused',
    });
    expect((await sample.content(`${placeOf('half-year')}current.json`)).equals(before)).toBe(true);
    const list = JSON.parse((await sample.content(`${placeOf('half-year')}refused.json`)).toString()) as {
      refusals: { file: string }[];
    };
    expect(list.refusals.map(({ file }) => file)).toEqual(['坏.xlsx']);
    expect(sample.cloud.told.at(-1)?.subject).toContain('文件被拒收');
    expect(await keysBelow(sample.cloud.stores.snapshots, '')).toEqual([]);

    await sample.cloud.stores.inbox.delete('230123/2020H1/dibao-roster/坏.xlsx');
    await sample.cloud.run('half-year', ready, { name: 'run-3' });
    expect(await keysBelow(sample.cloud.stores.reports, `${placeOf('half-year')}refused`)).toEqual([]);
  });

  it('refuses a file that went between its listing and its reading', async () => {
    const [object] = await keysBelow(sample.cloud.stores.inbox, '230123/2020H1/death-register/');
    const interfere = async (handler: string) => {
      if (handler === 'read-input') await sample.cloud.stores.inbox.delete(object!);
    };
    expect(await sample.cloud.run('half-year', ready, { interfere })).toMatchObject({ status: 'FAILED', error: 'InputRefused' });
    expect((await sample.content(`${placeOf('half-year')}refused.json`)).toString()).toContain('文件已不在原处');
  });

  it('completes what a run before it staged by half', async () => {
    await sample.cloud.run('half-year', ready);
    const manifest = await sample.currentManifest('half-year');
    const folder = `${placeOf('half-year')}${manifest}/`;
    for (const name of [`${folder}manifest.json`, `${folder}report.xlsx`, `${placeOf('half-year')}current.json`])
      await sample.cloud.stores.reports.delete(name);
    expect(await sample.cloud.run('half-year', ready, { name: 'run-2' })).toMatchObject({ output: [{ outcome: 'published' }] });
    expect(await sample.currentManifest('half-year')).toBe(manifest);
    expect(await keysBelow(sample.cloud.stores.reports, folder)).toEqual(reportFiles.map((name) => `${folder}${name}`));
  });

  it('takes a file of another period where a person accepts it, under whatever name the execution has', async () => {
    const folder = '230123/2020Q3/payment-list/';
    await sample.cloud.stores.inbox.write(
      `${folder}城市2020Q2.csv`,
      sample.cloud.stores.inbox.read(`${folder}城市低保发放名册2020Q3.csv`),
    );
    await sample.cloud.stores.inbox.delete(`${folder}城市低保发放名册2020Q3.csv`);
    expect(await sample.cloud.run('payout', ready)).toMatchObject({ error: 'InputRefused' });
    const accepting = { ...ready, acceptedPeriods: ['城市2020Q2.csv'] };
    expect(await sample.cloud.run('payout', accepting, { name: '补跑.第2次' })).toMatchObject({ status: 'SUCCEEDED' });
    expect((await sample.content(`${placeOf('payout')}current.json`)).toString()).toContain('补跑.第2次');
  });

  it('is refused with the reason where the profile is wrong', async () => {
    await sample.cloud.stores.configuration.write('230123/county.json', Buffer.from('{"nmae": "示例县"}'));
    expect(await sample.cloud.run('half-year', ready)).toMatchObject({ error: 'InputRefused' });
    expect((await sample.content(`${placeOf('half-year')}refused.json`)).toString()).toContain('nmae');
  });

  it('locks what it published for the years that the profile says, and nothing else', async () => {
    await sample.cloud.run('half-year', ready);
    const folder = `/reports/${placeOf('half-year')}${await sample.currentManifest('half-year')}/`;
    const locked = [...sample.cloud.server.proxy.retained].filter(([path]) => path.startsWith(folder));
    expect(locked.map(([path]) => path.slice(folder.length)).sort()).toEqual(reportFiles);
    for (const [, until] of locked) expect(Date.parse(until)).toBeGreaterThan(Date.now() + 9.9 * 365.2 * 86_400_000);
  });

  it('stops at the breaker, and publishes when a person forces it', async () => {
    const profile = JSON.parse(readFileSync(join(sampleInbox, '230123/county.json'), 'utf8')) as object;
    const careful = { ...profile, breaker: { rejectedShare: 0.2, findingShare: 0.001 } };
    await sample.cloud.stores.configuration.write('230123/county.json', Buffer.from(JSON.stringify(careful)));
    expect(await sample.cloud.run('half-year', ready)).toMatchObject({ status: 'FAILED', error: 'Stopped' });
    expect(sample.cloud.told.at(-1)?.subject).toContain('熔断');
    expect(await sample.cloud.run('half-year', { ...ready, force: true }, { name: 'run-2' })).toMatchObject({
      status: 'SUCCEEDED',
    });
  });
});
