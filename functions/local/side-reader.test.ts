import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { parsePeriod } from '../../schemas/values/period.ts';
import type { JobPorts } from '../jobs/job.ts';
import { jobs } from '../jobs/jobs.ts';
import { MemoryPublisher } from '../jobs/memory-ports.ts';
import { runJob } from '../jobs/run-job.ts';
import { folderStore } from '../storage/folder-store.ts';
import { startSideReader } from './side-reader.ts';

const sample = fileURLToPath(new URL('../../sample-data/inbox', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dibao-side-'));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(inbox: string, readBeside: JobPorts['readBeside']) {
  const publisher = new MemoryPublisher();
  const store = folderStore(inbox);
  const slowly = async function* (key: string) {
    // The thread comes up in a tenth of a second, in which the run would have read most of these few files.
    if (readBeside !== undefined) await setTimeout(50);
    yield* store.read(key);
  };
  const ports = { inbox: { ...store, read: slowly }, publisher, progress: { stage: () => undefined } };
  const result = await runJob(jobs['half-year'], readBeside === undefined ? ports : { ...ports, readBeside }, {
    county: '230123',
    period: parsePeriod('2020H1')!,
    profile: readFileSync(join(sample, '230123', 'county.json')),
    key: { bytes: new Uint8Array(32), sample: true },
    acceptedPeriods: [],
    force: true,
    programVersion: '0',
  });
  const { published } = publisher;
  return { outcome: result, bytes: published && Object.fromEntries([...published].map(([name, bytes]) => [name, [...bytes]])) };
}

let takenOver = 0;

/** A second reader for the smallest inbox, which counts the files that it was in time for. */
const beside =
  (inbox: string): JobPorts['readBeside'] =>
  (work) => {
    const side = startSideReader(inbox, work, 0)!;
    return {
      take: (key) => {
        const begun = side.take(key);
        if (begun !== undefined) takenOver += 1;
        return begun;
      },
      leaveNext: () => side.leaveNext(),
      close: () => side.close(),
    };
  };

describe.skipIf(availableParallelism() < 2)('a run with a second reader', () => {
  it('publishes the same bytes as one that reads alone', async () => {
    const alone = await run(sample, undefined);
    expect(alone.bytes?.['findings.csv']).toBeDefined();
    expect(await run(sample, beside(sample))).toEqual(alone);
    expect(takenOver).toBeGreaterThan(0);
  });

  it('refuses the same files in the same words', async () => {
    cpSync(sample, folder, { recursive: true });
    for (const source of ['dibao-roster', 'poverty-registration', 'assistance-system']) {
      writeFileSync(join(folder, '230123/2020H1', source, '补报.csv'), Buffer.from([0x31, 0x00, 0x32]));
    }
    const alone = await run(folder, undefined);
    expect(alone.outcome).toMatchObject({ outcome: 'refused' });
    expect((await run(folder, beside(folder))).outcome).toEqual(alone.outcome);
  });

  it('is not started for little', () => {
    const file = { key: '230123/2020H1/dibao-roster/a.csv', source: 'dibao-roster', name: 'a.csv', size: 1_000_000 } as const;
    const work = { files: [file, file], context: {}, profile: {} } as unknown as Parameters<typeof startSideReader>[1];
    expect(startSideReader(sample, work)).toBeUndefined();
  });
});
