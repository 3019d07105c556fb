import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ObjectStore, ReportPublisher } from '../jobs/ports.ts';
import { keysBelow } from './object-store-contract.ts';
import { currentRun, publishRun, s3Publisher } from './s3-publisher.ts';
import { s3Store } from './s3-store.ts';
import { type S3TestServer, startS3TestServer } from './s3-test-server.ts';

const place = { county: '230123', period: '2020H1', job: 'half-year' };
const scratch = mkdtempSync(join(tmpdir(), 'dibao-scratch-'));
let server: S3TestServer;
let reports: ObjectStore;
let publisher: ReportPublisher;

beforeAll(async () => {
  server = await startS3TestServer();
});
afterAll(async () => {
  await server.stop();
  rmSync(scratch, { recursive: true });
});
beforeEach(async () => {
  reports = s3Store(server.client(), await server.newBucket());
  publisher = s3Publisher(reports, scratch);
});

async function staged(content: string): Promise<string> {
  const draft = await publisher.draft(place);
  for (const name of ['manifest.json', 'findings.csv']) {
    const sink = await draft.create(name);
    await sink.write(Buffer.from(content));
    await sink.close();
  }
  return (await draft.publish()).manifest ?? '';
}

const run = (manifest: string, by = 'run-1', listedAt = '2021-01-05T01:00:00.000Z') => ({
  ...{ manifest, by, listedAt },
  publishedAt: '2021-01-05T02:00:00Z',
});

it('stages a run under the hash of its manifest, where nothing points to it', async () => {
  const manifest = await staged('一');
  expect(await keysBelow(reports, '')).toEqual([
    `230123/2020H1/half-year/${manifest}/findings.csv`,
    `230123/2020H1/half-year/${manifest}/manifest.json`,
  ]);
  expect(await currentRun(reports, place)).toBeUndefined();
  expect(readdirSync(scratch)).toEqual([]);
});

it('stages no run of which a file met a conflict and is not there', async () => {
  const conflict = Object.assign(new Error(), { name: 'ConditionalRequestConflict' });
  const failing: ObjectStore = {
    ...reports,
    write: (key, body, condition) =>
      key.endsWith('findings.csv') ? Promise.reject(conflict) : reports.write(key, body, condition),
  };
  publisher = s3Publisher(failing, scratch);
  await expect(staged('一')).rejects.toBe(conflict);
  expect(await keysBelow(reports, '')).toEqual([]);
});

it('leaves nothing of a run that was given up', async () => {
  const draft = await publisher.draft(place);
  await draft.create('findings.csv');
  await draft.abandon();
  expect(await keysBelow(reports, '')).toEqual([]);
  expect(readdirSync(scratch)).toEqual([]);
});

it('publishes by naming the run, and keeps the one before', async () => {
  const first = await staged('一');
  expect(await publishRun(reports, place, run(first), '')).toBe('published');
  const standing = await currentRun(reports, place);
  expect(standing).toMatchObject(run(first));
  const second = await staged('二');
  expect(await publishRun(reports, place, run(second), standing?.tag ?? '')).toBe('published');
  expect((await currentRun(reports, place))?.manifest).toBe(second);
  expect(await keysBelow(reports, `230123/2020H1/half-year/${first}/`)).toHaveLength(2);
});

it('changes nothing when the same run stands already', async () => {
  const first = await staged('一');
  await publishRun(reports, place, run(first), '');
  const tag = (await currentRun(reports, place))?.tag;
  expect(await staged('一')).toBe(first);
  expect(await publishRun(reports, place, run(first, 'run-2'), '')).toBe('unchanged');
  expect((await currentRun(reports, place))?.tag).toBe(tag);
});

it('says again that it published, where it is tried again', async () => {
  const first = await staged('一');
  await publishRun(reports, place, run(first), '');
  expect(await publishRun(reports, place, run(first), '')).toBe('published');
});

it('lets one of two runs of the same inputs publish', async () => {
  const [one, other] = await Promise.all([staged('一'), staged('一')]);
  expect(one).toBe(other);
  const publish = (manifest: string, by: string) => publishRun(reports, place, run(manifest, by), '');
  const outcomes = await Promise.all([publish(one, 'run-1'), publish(other, 'run-2')]);
  expect([...outcomes].sort()).toEqual(['published', 'unchanged']);
});

it('lets one of two runs of different inputs publish; the other is superseded', async () => {
  const [one, other] = await Promise.all([staged('一'), staged('二')]);
  const outcomes = await Promise.all([publishRun(reports, place, run(one), ''), publishRun(reports, place, run(other), '')]);
  expect([...outcomes].sort()).toEqual(['published', 'superseded']);
});

it('publishes the newer files over a run of older ones that was published meanwhile', async () => {
  const [older, newer] = [await staged('一'), await staged('二')];
  await publishRun(reports, place, run(older), '');
  const late = run(newer, 'run-2', '2021-01-05T01:00:00.001Z');
  expect(await publishRun(reports, place, late, '')).toBe('published');
  expect(await currentRun(reports, place)).toMatchObject(late);
});

it('does not publish older files over newer ones, nor over a run that does not say when it listed them', async () => {
  const [older, newer] = [await staged('一'), await staged('二')];
  await publishRun(reports, place, run(newer, 'run-2', '2021-01-05T01:00:00.001Z'), '');
  expect(await publishRun(reports, place, run(older), '')).toBe('superseded');
  const { listedAt: _, ...silent } = run(newer, 'run-0');
  await reports.write('230123/2020H1/half-year/current.json', Buffer.from(JSON.stringify(silent)));
  expect(await publishRun(reports, place, run(older), '')).toBe('superseded');
  expect((await currentRun(reports, place))?.manifest).toBe(newer);
});

it('does not bring back what was withdrawn while it ran', async () => {
  const [older, newer] = [await staged('一'), await staged('二')];
  await publishRun(reports, place, run(older), '');
  const tag = (await currentRun(reports, place))?.tag ?? '';
  await reports.delete('230123/2020H1/half-year/current.json');
  expect(await publishRun(reports, place, run(newer, 'run-2', '2021-01-05T01:30:00.000Z'), tag)).toBe('superseded');
  expect(await currentRun(reports, place)).toBeUndefined();
});

it('ends with the newest of many runs that publish at once, whatever their order', async () => {
  const runs = await Promise.all(
    [3, 1, 4, 0, 2].map(async (at) => run(await staged(String(at)), `run-${at}`, `2021-01-05T01:00:0${at}.000Z`)),
  );
  const outcomes = await Promise.all(runs.map((each) => publishRun(reports, place, each, '')));
  expect(await currentRun(reports, place)).toMatchObject(runs[2]!);
  expect(outcomes[2]).toBe('published');
});

it('does not publish a withdrawn run again, whoever runs the same inputs; another result it does', async () => {
  const wrong = await staged('一');
  await publishRun(reports, place, run(wrong), '');
  await reports.write(`230123/2020H1/half-year/${wrong}/withdrawn.json`, new Uint8Array(0));
  await reports.delete('230123/2020H1/half-year/current.json');
  expect(await publishRun(reports, place, run(wrong, 'run-2'), '')).toBe('withdrawn');
  expect(await currentRun(reports, place)).toBeUndefined();
  expect(await publishRun(reports, place, run(await staged('二'), 'run-3'), '')).toBe('published');
});
