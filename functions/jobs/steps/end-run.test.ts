import { beforeEach, describe, expect, it } from 'vitest';
import type { CompareOutcome } from '../../../schemas/messages.ts';
import { memoryStore } from '../memory-ports.ts';
import type { RunShelf } from '../ports.ts';
import { endRun } from './end-run.ts';
import { refusedKey } from './refused-key.ts';
import { keepBasis } from './run-basis.ts';

const now = '2020-07-04T18:00:00.000Z';
const snapshots = '230123/2020H1/half-year/run-1/';
const ready: CompareOutcome = {
  ...{ job: 'half-year', county: '230123', period: '2020H1', run: 'run-1', snapshots, outcome: 'ready' },
  ...{ manifest: 'a'.repeat(64), currentTag: '', listedAt: now, rows: 9, rejects: 1, findings: 2, refusals: 0 },
};

/** A shelf that knows one publication, and what was locked. */
class OneShelf implements RunShelf {
  standing: { readonly manifest: string; readonly by: string } | undefined;
  readonly locked: string[] = [];

  async current() {
    return undefined;
  }

  async publish(_: unknown, run: { readonly manifest: string; readonly by: string }) {
    if (this.standing !== undefined) return this.standing.by === run.by ? 'published' : 'superseded';
    this.standing = run;
    return 'published' as const;
  }

  async lock(_: unknown, manifest: string, until: string) {
    this.locked.push(`${manifest.slice(0, 2)} ${until}`);
  }
}

let shelf: OneShelf;
let reports: Map<string, Uint8Array>;
let kept: Map<string, Uint8Array>;
const ports = () => ({ shelf, reports: memoryStore(reports), snapshots: memoryStore(kept) });

beforeEach(async () => {
  shelf = new OneShelf();
  reports = new Map([[refusedKey(ready), Uint8Array.of(1)]]);
  kept = new Map([[`${snapshots}0.part`, Uint8Array.of(1)]]);
  await keepBasis(memoryStore(kept), snapshots, {
    profile: Buffer.from('{"retentionYears": 30}'),
    refusals: [],
    listed: true,
    acceptedPeriods: [],
  });
});

describe('the end of a run', () => {
  it('publishes, locks for the profile’s years, and leaves no snapshot and no old refusal', async () => {
    const { snapshots: _, manifest: __, currentTag: ___, listedAt: ____, run: _____, ...counts } = ready;
    expect(await endRun(ports(), ready, now)).toEqual({ ...counts, outcome: 'published' });
    expect(shelf.standing).toMatchObject({ manifest: ready.manifest, by: 'run-1', listedAt: now });
    expect(shelf.locked).toEqual(['aa 2050-07-04T23:59:59.000Z']);
    expect([...reports.keys(), ...kept.keys()]).toEqual([]);
  });

  it('tells people the same where its first try broke off among the snapshots', async () => {
    const broken = { ...memoryStore(kept), delete: () => Promise.reject(new Error('SlowDown')) };
    await expect(endRun({ ...ports(), snapshots: broken }, ready, now)).rejects.toThrow('SlowDown');
    expect(await endRun(ports(), ready, now)).toMatchObject({ outcome: 'published' });
    kept.clear();
    expect(await endRun(ports(), ready, now)).toMatchObject({ outcome: 'published' });
  });

  it('locks and shows nothing of a run that another overtook', async () => {
    shelf.standing = { manifest: 'b', by: 'run-2' };
    expect(await endRun(ports(), ready, now)).toMatchObject({ outcome: 'superseded' });
    expect(shelf.locked).toEqual([]);
    expect([...kept.keys()]).toEqual([]);
    expect([...reports.keys()]).toEqual([refusedKey(ready)]);
  });

  it('only tidies up after a run that was refused', async () => {
    expect(await endRun(ports(), { ...ready, outcome: 'refused', manifest: '' }, now)).toMatchObject({ outcome: 'refused' });
    expect(shelf.standing).toBeUndefined();
    expect([...reports.keys()]).toEqual([refusedKey(ready)]);
    expect([...kept.keys()]).toEqual([]);
  });
});
