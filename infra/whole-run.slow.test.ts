import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { programVersion } from '../functions/handlers/deployed.ts';
import { PassingFault } from '../functions/handlers/passing-fault.ts';
import { jobs } from '../functions/jobs/jobs.ts';
import { runJob } from '../functions/jobs/run-job.ts';
import { folderPublisher } from '../functions/storage/folder-publisher.ts';
import { folderStore } from '../functions/storage/folder-store.ts';
import { keysBelow } from '../functions/storage/object-store-contract.ts';
import { sampleRequest } from '../sample-data/golden-run.ts';
import type { JobId } from '../schemas/job.ts';
import { type LocalCloud, startLocalCloud, upload } from './local-cloud.ts';

const inbox = fileURLToPath(new URL('../sample-data/inbox', import.meta.url));
const key = readFileSync(new URL('../sample-data/key.hex', import.meta.url), 'utf8').trim();
const laptop = mkdtempSync(join(tmpdir(), 'dibao-laptop-'));
const scheduledTime = '2020-07-10T18:00:00Z';
const files = ['findings.csv', 'manifest.json', 'rejects.csv', 'report.xlsx', 'summary.json'];
const periods = { 'half-year': '2020H1', payout: '2020Q3' } as const;

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startLocalCloud(key);
});
afterAll(async () => {
  await cloud.stop();
  rmSync(laptop, { recursive: true });
});
beforeEach(async () => {
  for (const store of Object.values(cloud.stores)) for (const object of await keysBelow(store, '')) await store.delete(object);
  for (const period of Object.values(periods)) await upload(cloud, inbox, '230123', period);
  cloud.told.length = 0;
  cloud.logged.length = 0;
  cloud.waits.length = 0;
});

async function content(name: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of cloud.stores.reports.read(name)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const place = (job: JobId): string => `230123/${periods[job]}/${job}/`;

async function currentManifest(job: JobId): Promise<string> {
  return (JSON.parse((await content(`${place(job)}current.json`)).toString()) as { manifest: string }).manifest;
}

const ready = { counties: ['230123'], scheduledTime };

describe.each(['half-year', 'payout'] as const)('the state machine of %s over the sample county', (job) => {
  it('publishes the same bytes as the laptop, and leaves no snapshot', async () => {
    const execution = await cloud.run(job, ready);
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: [{ county: '230123', outcome: 'published' }] });

    const request = { ...sampleRequest(job, 'inbox'), programVersion, key: { bytes: Buffer.from(key, 'hex'), sample: false } };
    const ports = { inbox: folderStore(inbox), publisher: folderPublisher(laptop), progress: { stage: () => undefined } };
    expect(await runJob(jobs[job], ports, request)).toMatchObject({ outcome: 'published' });
    const manifest = await currentManifest(job);
    expect(await keysBelow(cloud.stores.reports, place(job))).toEqual(
      [...files.map((name) => `${place(job)}${manifest}/${name}`), `${place(job)}current.json`].sort(),
    );
    const folder = join(laptop, place(job));
    expect(readdirSync(folder).sort()).toEqual(files);
    for (const name of files) {
      expect((await content(`${place(job)}${manifest}/${name}`)).equals(readFileSync(join(folder, name)))).toBe(true);
    }
    expect(await keysBelow(cloud.stores.snapshots, '')).toEqual([]);
    expect(cloud.told).toMatchObject([{ county: '230123', subject: expect.stringContaining('报告已发布') }]);
  });
});

describe('a run', () => {
  it('hands over and says nothing of any person', async () => {
    const messages: unknown[] = [];
    const interfere = (_: string, __: number, payload: unknown) => void messages.push(payload);
    await cloud.run('half-year', ready, { interfere });
    const findings = (await content(`${place('half-year')}${await currentManifest('half-year')}/findings.csv`)).toString();
    const names = new Set(
      findings
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[9])
        .filter((name) => name !== undefined && name.length > 1),
    );
    expect(names.size).toBeGreaterThan(100);
    const said = JSON.stringify([messages, cloud.told, cloud.logged]);
    expect(said).not.toMatch(/(?<![0-9a-f])\d{17}[\dX](?![0-9a-f])/);
    for (const name of names) expect(said.includes(name!)).toBe(false);
    expect(cloud.logged.some((line) => line.includes('memoryMegabytes'))).toBe(true);
  });

  it('is repeated where a fault may pass, with growing waits', async () => {
    const interfere = (handler: string, call: number) => {
      if (handler === 'half-year' && call <= 2) throw new PassingFault('SlowDown');
    };
    expect(await cloud.run('half-year', ready, { interfere })).toMatchObject({ status: 'SUCCEEDED' });
    expect(cloud.waits).toEqual([1, 2]);
    expect(await currentManifest('half-year')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is repeated where bytes were changed on their way, down or up', async () => {
    const interfere = (handler: string, call: number) => {
      if (call > 1) return;
      if (handler === 'read-input') cloud.server.proxy.fault({ kind: 'corrupt', method: 'GET', times: 1 });
      if (handler === 'half-year') cloud.server.proxy.fault({ kind: 'corrupt', method: 'PUT', times: 1 });
    };
    expect(await cloud.run('half-year', ready, { interfere })).toMatchObject({ output: [{ outcome: 'published' }] });
    expect(cloud.waits).toEqual([1, 1]);
  });

  it('ends in ProgramFault where it is ours, tells people so, and shows nothing', async () => {
    const interfere = (handler: string) => {
      if (handler === 'half-year') throw new TypeError('x is not a function');
    };
    expect(await cloud.run('half-year', ready, { interfere })).toMatchObject({ status: 'FAILED', error: 'ProgramFault' });
    expect(cloud.told).toMatchObject([{ subject: expect.stringContaining('程序故障') }]);
    expect(cloud.waits).toEqual([]);
    expect(await keysBelow(cloud.stores.reports, '')).toEqual([]);
  });

  it('ends in InputRefused where an input is refused; the report before stands', async () => {
    await cloud.run('half-year', ready);
    const before = await content(`${place('half-year')}current.json`);
    await cloud.stores.inbox.write('230123/2020H1/dibao-roster/坏.xlsx', Buffer.from('PK\u0003\u0004 broken'));
    expect(await cloud.run('half-year', ready, { name: 'run-2' })).toMatchObject({ status: 'FAILED', error: 'InputRefused' });
    expect((await content(`${place('half-year')}current.json`)).equals(before)).toBe(true);
    const list = JSON.parse((await content(`${place('half-year')}refused.json`)).toString()) as { refusals: { file: string }[] };
    expect(list.refusals.map(({ file }) => file)).toEqual(['坏.xlsx']);
    expect(cloud.told.at(-1)?.subject).toContain('文件被拒收');
    expect(await keysBelow(cloud.stores.snapshots, '')).toEqual([]);

    await cloud.stores.inbox.delete('230123/2020H1/dibao-roster/坏.xlsx');
    await cloud.run('half-year', ready, { name: 'run-3' });
    expect(await keysBelow(cloud.stores.reports, `${place('half-year')}refused`)).toEqual([]);
  });

  it('refuses a file that went between its listing and its reading', async () => {
    const [object] = await keysBelow(cloud.stores.inbox, '230123/2020H1/death-register/');
    const interfere = async (handler: string) => {
      if (handler === 'read-input') await cloud.stores.inbox.delete(object!);
    };
    expect(await cloud.run('half-year', ready, { interfere })).toMatchObject({ status: 'FAILED', error: 'InputRefused' });
    expect((await content(`${place('half-year')}refused.json`)).toString()).toContain('文件已不在原处');
  });

  it('completes what a run before it staged by half', async () => {
    await cloud.run('half-year', ready);
    const manifest = await currentManifest('half-year');
    const folder = `${place('half-year')}${manifest}/`;
    for (const name of [`${folder}manifest.json`, `${folder}report.xlsx`, `${place('half-year')}current.json`])
      await cloud.stores.reports.delete(name);
    expect(await cloud.run('half-year', ready, { name: 'run-2' })).toMatchObject({ output: [{ outcome: 'published' }] });
    expect(await currentManifest('half-year')).toBe(manifest);
    expect(await keysBelow(cloud.stores.reports, folder)).toEqual(files.map((name) => `${folder}${name}`));
  });

  it('takes a file of another period where a person accepts it, under whatever name the execution has', async () => {
    const folder = '230123/2020Q3/payment-list/';
    await cloud.stores.inbox.write(`${folder}城市2020Q2.csv`, cloud.stores.inbox.read(`${folder}城市低保发放名册2020Q3.csv`));
    await cloud.stores.inbox.delete(`${folder}城市低保发放名册2020Q3.csv`);
    expect(await cloud.run('payout', ready)).toMatchObject({ error: 'InputRefused' });
    const accepting = { ...ready, acceptedPeriods: ['城市2020Q2.csv'] };
    expect(await cloud.run('payout', accepting, { name: '补跑.第2次' })).toMatchObject({ status: 'SUCCEEDED' });
    expect((await content(`${place('payout')}current.json`)).toString()).toContain('补跑.第2次');
  });

  it('is refused with the reason where the profile is wrong', async () => {
    await cloud.stores.configuration.write('230123/county.json', Buffer.from('{"nmae": "示例县"}'));
    expect(await cloud.run('half-year', ready)).toMatchObject({ error: 'InputRefused' });
    expect((await content(`${place('half-year')}refused.json`)).toString()).toContain('nmae');
  });

  it('locks what it published for the years that the profile says, and nothing else', async () => {
    await cloud.run('half-year', ready);
    const folder = `/reports/${place('half-year')}${await currentManifest('half-year')}/`;
    const locked = [...cloud.server.proxy.retained].filter(([path]) => path.startsWith(folder));
    expect(locked.map(([path]) => path.slice(folder.length)).sort()).toEqual(files);
    for (const [, until] of locked) expect(Date.parse(until)).toBeGreaterThan(Date.now() + 9.9 * 365.2 * 86_400_000);
  });

  it('stops at the breaker, and publishes when a person forces it', async () => {
    const profile = JSON.parse(readFileSync(join(inbox, '230123/county.json'), 'utf8')) as object;
    const careful = { ...profile, breaker: { rejectedShare: 0.2, findingShare: 0.001 } };
    await cloud.stores.configuration.write('230123/county.json', Buffer.from(JSON.stringify(careful)));
    expect(await cloud.run('half-year', ready)).toMatchObject({ status: 'FAILED', error: 'Stopped' });
    expect(cloud.told.at(-1)?.subject).toContain('熔断');
    expect(await cloud.run('half-year', { ...ready, force: true }, { name: 'run-2' })).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('gives one published result with a second run at once', async () => {
    const outcomes = await Promise.all([cloud.run('half-year', ready), cloud.run('half-year', ready, { name: 'run-2' })]);
    const said = outcomes.map((execution) =>
      execution.status === 'SUCCEEDED' ? (execution.output as { outcome: string }[])[0]?.outcome : '',
    );
    expect(said.sort()).toEqual(['published', 'unchanged']);
    expect(await keysBelow(cloud.stores.reports, place('half-year'))).toHaveLength(files.length + 1);
  });

  it('changes nothing when it is repeated', async () => {
    await cloud.run('half-year', ready);
    const tag = await cloud.stores.reports.tag(`${place('half-year')}current.json`);
    expect(await cloud.run('half-year', ready, { name: 'run-2' })).toMatchObject({ output: [{ outcome: 'unchanged' }] });
    expect(await cloud.stores.reports.tag(`${place('half-year')}current.json`)).toBe(tag);
  });

  it('does not bring a withdrawn report back', async () => {
    await cloud.run('half-year', ready);
    const withdrawn = `${place('half-year')}${await currentManifest('half-year')}/withdrawn.json`;
    await cloud.stores.reports.write(withdrawn, new Uint8Array(0));
    await cloud.stores.reports.delete(`${place('half-year')}current.json`);
    expect(await cloud.run('half-year', ready, { name: 'run-2' })).toMatchObject({ output: [{ outcome: 'withdrawn' }] });
    expect(cloud.told.at(-1)?.message).toContain('已撤回');
    expect(await cloud.stores.reports.tag(`${place('half-year')}current.json`)).toBeUndefined();
  });

  it('does not publish over a report that came while it ran', async () => {
    const late = { ...ready };
    const interfere = async (handler: string, call: number) => {
      if (handler !== 'half-year' || call > 1) return;
      await cloud.stores.inbox.write('230123/2020H1/death-register/补报.csv', Buffer.from('姓名,身份证件号码,去世日期\n'));
      await cloud.run('half-year', ready, { name: 'newer' });
    };
    expect(await cloud.run('half-year', late, { interfere })).toMatchObject({ output: [{ outcome: 'superseded' }] });
    const standing = await content(`${place('half-year')}${await currentManifest('half-year')}/manifest.json`);
    expect(standing.toString()).toContain('补报.csv');
  });

  it('publishes newer files over older ones that were published while it ran', async () => {
    let newer: Promise<unknown> | undefined;
    let olderEnds: () => void = () => undefined;
    const olderEnded = new Promise<void>((resolve) => {
      olderEnds = resolve;
    });
    const startNewer = async (handler: string) => {
      if (handler !== 'half-year' || newer !== undefined) return;
      await cloud.stores.inbox.write('230123/2020H1/death-register/补报.csv', Buffer.from('姓名,身份证件号码,去世日期\n'));
      await new Promise<void>((listed) => {
        const interfere = async (step: string) => {
          if (step !== 'half-year') return;
          listed();
          await olderEnded;
        };
        newer = cloud.run('half-year', ready, { name: 'newer', interfere });
      });
    };
    const older = await cloud.run('half-year', ready, { interfere: startNewer });
    olderEnds();
    expect(older).toMatchObject({ output: [{ outcome: 'published' }] });
    expect(await newer).toMatchObject({ output: [{ outcome: 'published' }] });
    const standing = await content(`${place('half-year')}${await currentManifest('half-year')}/manifest.json`);
    expect(standing.toString()).toContain('补报.csv');
  });

  /** The sample county a second time, as 230124. */
  async function uploadNeighbour(): Promise<void> {
    for (const object of await keysBelow(cloud.stores.inbox, '230123/2020H1/')) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of cloud.stores.inbox.read(object)) chunks.push(chunk);
      await cloud.stores.inbox.write(object.replace('230123', '230124'), Buffer.concat(chunks));
    }
    await cloud.stores.configuration.write('230124/county.json', readFileSync(join(inbox, '230123/county.json')));
  }

  it('ends in ProgramFault where the people of one county can not be told; all have their reports', async () => {
    await uploadNeighbour();
    const interfere = (handler: string, _: number, payload: unknown) => {
      if (handler === 'tell-outcome' && (payload as { county: string }).county === '230123') throw new TypeError('x');
    };
    const execution = await cloud.run('half-year', { counties: ['230123', '230124'], scheduledTime }, { interfere });
    expect(execution).toMatchObject({ status: 'FAILED', error: 'ProgramFault' });
    for (const county of ['230123', '230124'])
      expect(await keysBelow(cloud.stores.reports, `${county}/2020H1/half-year/`)).toHaveLength(files.length + 1);
    expect(cloud.told).toMatchObject([{ subject: expect.stringContaining('230124 2020H1 半年比对：报告已发布') }]);
  });

  it('ends in ProgramFault where a county’s execution broke in a way that none of its steps could catch', async () => {
    const notACounty = 'x'.repeat(300_000);
    const execution = await cloud.run('half-year', { ...ready, counties: ['230123', notACounty] });
    expect(execution).toMatchObject({ status: 'FAILED', error: 'ProgramFault' });
    expect(cloud.told).toMatchObject([{ subject: expect.stringContaining('报告已发布') }]);
    expect(await cloud.run('half-year', { ...ready, counties: [notACounty] })).toMatchObject({ error: 'ProgramFault' });
  });

  it('goes over many counties; the fault of one leaves the others their reports', async () => {
    await uploadNeighbour();
    const execution = await cloud.run('half-year', {
      counties: ['230123', '230124', '230125'],
      scheduledTime: '2020-07-04T18:00:00Z',
    });
    expect(execution).toMatchObject({ status: 'FAILED', error: 'InputRefused' });
    expect(await keysBelow(cloud.stores.reports, '230124/2020H1/half-year/')).toHaveLength(files.length + 1);
    expect(await keysBelow(cloud.stores.reports, '230125/')).toEqual(['230125/2020H1/half-year/refused.json']);
    expect(cloud.told.map(({ county, subject }) => `${county}: ${subject}`).sort()).toEqual([
      '230123: 230123 2020H1 半年比对：报告已发布',
      '230124: 230124 2020H1 半年比对：报告已发布',
      '230125: 230125 2020H1 半年比对：文件被拒收',
    ]);
  });
});

describe('an arrival', () => {
  const created = (object: string) => ({ detail: { bucket: { name: 'inbox' }, object: { key: object } } });

  it('gets its reading report in the reports bucket, never beside the file', async () => {
    const [object] = await keysBelow(cloud.stores.inbox, '230123/2020H1/death-register/');
    await cloud.call('check-arrival', created(object!));
    const name = object!.split('/').at(-1);
    const report = JSON.parse((await content(`230123/2020H1/arrivals/death-register/${name}.json`)).toString());
    expect(report).toMatchObject({ file: name, source: 'death-register', problems: [] });
    expect(report.rows.read).toBeGreaterThan(0);
    expect(cloud.told).toEqual([]);
  });

  it('that misses a column is told to people at once', async () => {
    const object = '230123/2020H1/dibao-roster/缺列.csv';
    await cloud.stores.inbox.write(object, Buffer.from('乡镇,村,户主姓名,姓名,城乡类别,月保障金额\n甲镇,乙村,丙,丙,农村,300\n'));
    await cloud.call('check-arrival', created(object));
    expect(cloud.told).toMatchObject([{ county: '230123' }]);
    const report = JSON.parse((await content('230123/2020H1/arrivals/dibao-roster/缺列.csv.json')).toString());
    expect(JSON.stringify(report.problems)).toContain('身份证号');
  });

  it('that no run would read is left alone', async () => {
    for (const object of ['230123/2020H1/dibao-roster/~$台账.xlsx', 'x/y', '230123/2020H1/nothing/a.csv']) {
      await cloud.call('check-arrival', created(object));
    }
    expect(await keysBelow(cloud.stores.reports, '')).toEqual([]);
  });
});

describe('the reminder', () => {
  it('names the sources that have not come', async () => {
    for (const object of await keysBelow(cloud.stores.inbox, '230123/2020Q3/bank-payout/'))
      await cloud.stores.inbox.delete(object);
    await cloud.call('remind-inputs', { job: 'payout', counties: ['230123'], scheduledTime: '2020-07-08T01:00:00Z' });
    expect(cloud.told).toMatchObject([{ county: '230123' }]);
    expect(cloud.told[0]?.message).toContain('bank-payout');
    expect(cloud.told[0]?.message).not.toContain('payment-list');
  });

  it('is silent where all have', async () => {
    await cloud.call('remind-inputs', { job: 'payout', counties: ['230123'], scheduledTime: '2020-07-08T01:00:00Z' });
    expect(cloud.told).toEqual([]);
  });
});
