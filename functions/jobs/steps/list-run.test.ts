import { beforeEach, describe, expect, it } from 'vitest';
import { inputListSchema, type RunRequest, runRequestSchema } from '../../../schemas/messages.ts';
import { memoryStore } from '../memory-ports.ts';
import type { RunShelf } from '../ports.ts';
import { compareRun } from './compare-run.ts';
import { listRun } from './list-run.ts';
import { basisOf } from './run-basis.ts';
import { noKey } from './step-request.ts';

const now = '2020-07-04T18:00:00.000Z';
const request: RunRequest = {
  ...{ job: 'half-year', county: '230123', scheduledTime: now, period: '', force: false, acceptedPeriods: [], run: 'run-1' },
};
const shelf: RunShelf = {
  current: async () => ({ manifest: 'a', tag: 't' }),
  publish: () => Promise.reject(new Error('nothing is published here')),
  lock: () => Promise.reject(new Error('nothing is locked here')),
};

let inbox: Map<string, Uint8Array>;
let kept: Map<string, Uint8Array>;
const snapshots = () => memoryStore(kept);
const ports = () => ({ inbox: memoryStore(inbox), configuration: memoryStore(new Map()), snapshots: snapshots(), shelf });

beforeEach(() => {
  inbox = new Map([['230123/2020H1/dibao-roster/台账.csv', Uint8Array.of(1)]]);
  kept = new Map();
});

describe('the list of a run', () => {
  it('says what there is, when it was listed, and what stands', async () => {
    const list = await listRun(ports(), request, now);
    expect(inputListSchema.parse(list)).toEqual(list);
    expect(list).toMatchObject({ period: '2020H1', listedAt: now, currentTag: 't' });
    expect(list.files).toEqual([
      { key: '230123/2020H1/dibao-roster/台账.csv', source: 'dibao-roster', size: 1, snapshot: '0.part' },
    ]);
  });

  it('has a plain prefix for its snapshots, whatever the run is called', async () => {
    for (const run of ['run-1', '补跑.第2次', '\u{20000}'.repeat(80)]) {
      const list = await listRun(ports(), runRequestSchema.parse({ ...request, run }), now);
      expect(list.snapshots).toMatch(/^230123\/2020H1\/half-year\/[0-9a-f]{16}\/$/);
      expect(list.run).toBe(run);
    }
    expect(kept.size).toBe(3);
    expect(runRequestSchema.safeParse({ ...request, run: '' }).success).toBe(false);
    expect(runRequestSchema.safeParse({ ...request, run: 'x'.repeat(81) }).success).toBe(false);
  });

  it('keeps the names of the files whose period was accepted, as files are named', async () => {
    const list = await listRun(ports(), { ...request, acceptedPeriods: ['e\u0301.csv'] }, now);
    expect((await basisOf(snapshots(), list.snapshots)).acceptedPeriods).toEqual(['\u00e9.csv']);
  });

  it('is refused with the mend where it is longer than a message may be, and nothing else is said', async () => {
    for (let at = 0; at < 2_000; at++) inbox.set(`230123/2020H1/dibao-roster/${'低保台账'.repeat(6)}${at}.csv`, Uint8Array.of(1));
    const list = await listRun(ports(), request, now);
    expect(list.files).toEqual([]);
    const reports = new Map<string, Uint8Array>();
    const publisher = { draft: () => Promise.reject(new Error('nothing is staged here')) };
    const outcome = await compareRun({ snapshots: snapshots(), reports: memoryStore(reports), publisher }, list, noKey, '');
    expect(outcome).toMatchObject({ outcome: 'refused', refusals: 1 });
    expect(Buffer.from([...reports.values()][0]!).toString()).toContain('（2001 个）');
  });
});
