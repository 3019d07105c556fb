import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Publication, ReportHeldOpen } from '../jobs/ports.ts';
import { folderPublisher } from './folder-publisher.ts';
import type { FolderSteps } from './folder-steps.ts';

const place = { county: '230123', period: '2020H1', job: 'half-year' };
const base = mkdtempSync(join(tmpdir(), 'dibao-publisher-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let out: string;
let home: string;
let report: string;
beforeEach(() => {
  out = mkdtempSync(join(base, 'out-'));
  home = join(out, '230123', '2020H1');
  report = join(home, 'half-year');
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const manifestOf = (findings: string): string =>
  JSON.stringify({ outputs: [{ file: 'findings.csv', sha256: sha256(findings) }] });

async function publish(findings: string, steps?: FolderSteps): Promise<Publication> {
  const draft = await folderPublisher(out, steps).draft(place);
  for (const [name, content] of [
    ['findings.csv', findings],
    ['manifest.json', manifestOf(findings)],
  ] as const) {
    const sink = await draft.create(name);
    await sink.write(Buffer.from(content));
    await sink.close();
  }
  return draft.publish();
}

const findingsAt = (folder: string): string => readFileSync(join(folder, 'findings.csv'), 'utf8');

describe('a first report', () => {
  it('is not to be seen before it is published, and is whole then', async () => {
    const draft = await folderPublisher(out).draft(place);
    const sink = await draft.create('findings.csv');
    await sink.write(Buffer.from('a'));
    expect(existsSync(report)).toBe(false);
    await sink.close();
    expect(await text(Readable.from(draft.read('findings.csv')))).toBe('a');
    expect(await draft.publish()).toEqual({ location: report, changed: true, earlier: undefined });
    expect(readdirSync(home)).toEqual(['half-year']);
    expect(findingsAt(report)).toBe('a');
  });

  it('leaves nothing when it is given up, not even the folders made for it', async () => {
    rmSync(out, { recursive: true });
    const draft = await folderPublisher(out).draft(place);
    await draft.create('findings.csv');
    await draft.abandon();
    expect(existsSync(out)).toBe(false);
  });

  it('keeps a folder that was there when it is given up', async () => {
    const publisher = folderPublisher(out);
    await (await publisher.draft(place)).create('findings.csv');
    publisher.discardAll();
    expect(readdirSync(out)).toEqual([]);
  });
});

describe('a report where one stands', () => {
  it('takes its place', async () => {
    await publish('first');
    expect(await publish('second')).toMatchObject({ changed: true, earlier: undefined });
    expect(findingsAt(report)).toBe('second');
    expect(readdirSync(home)).toEqual(['half-year']);
  });

  it('leaves all as it is when nothing is new', async () => {
    await publish('same');
    writeFileSync(join(report, 'Thumbs.db'), 'x');
    expect(await publish('same')).toMatchObject({ changed: false, earlier: undefined });
    expect(readdirSync(report).sort()).toEqual(['Thumbs.db', 'findings.csv', 'manifest.json']);
    expect(readdirSync(home)).toEqual(['half-year']);
  });

  it.each<[string, () => void]>([
    ['changed a file', () => writeFileSync(join(report, 'findings.csv'), 'by hand')],
    ['added a file', () => writeFileSync(join(report, '核实结果.xlsx'), 'x')],
    ['deleted a file', () => rmSync(join(report, 'findings.csv'))],
    ['deleted the manifest', () => rmSync(join(report, 'manifest.json'))],
  ])('moves the whole folder before to earlier/ where people %s', async (_, change) => {
    await publish('first');
    change();
    const before = readdirSync(report).map((name) => [name, readFileSync(join(report, name), 'utf8')]);
    const earlier = join(home, 'earlier', 'half-year-1');
    expect(await publish('first')).toEqual({ location: report, changed: true, earlier });
    expect(readdirSync(earlier).map((name) => [name, readFileSync(join(earlier, name), 'utf8')])).toEqual(before);
    expect(findingsAt(report)).toBe('first');
  });

  it('numbers what it keeps and overwrites none of it', async () => {
    mkdirSync(join(home, 'earlier', 'half-year-7'), { recursive: true });
    await publish('first');
    writeFileSync(join(report, 'findings.csv'), 'by hand');
    expect((await publish('second')).earlier).toBe(join(home, 'earlier', 'half-year-8'));
  });
});

describe('a report that somebody has open', () => {
  it.each(['~$findings.csv', '.~lock.findings.csv#', '.~findings.csv'])(
    'stays whole beside %s, and the file is named',
    async (owner) => {
      await publish('first');
      writeFileSync(join(report, owner), '');
      await expect(publish('second')).rejects.toMatchObject({ name: 'ReportHeldOpen', file: 'findings.csv' });
      expect(findingsAt(report)).toBe('first');
    },
  );

  it.each(['EBUSY', 'EPERM', 'EACCES'])('stays whole when the system answers %s', async (code) => {
    await publish('first');
    const steps: FolderSteps = {
      rename: () => {
        throw Object.assign(new Error('held'), { code });
      },
      remove: () => {},
    };
    await expect(publish('second', steps)).rejects.toBeInstanceOf(ReportHeldOpen);
    expect(findingsAt(report)).toBe('first');
  });

  it.runIf(process.platform === 'linux')('stays whole while another process reads it', async () => {
    await publish('first');
    const { spawn } = await import('node:child_process');
    const reader = spawn('tail', ['-n', '+1', '-f', join(report, 'findings.csv')]);
    await new Promise((resolve) => reader.stdout.once('data', resolve));
    try {
      await expect(publish('second')).rejects.toMatchObject({ name: 'ReportHeldOpen', file: 'findings.csv' });
    } finally {
      reader.kill();
    }
    expect(findingsAt(report)).toBe('first');
  });

  it('does not mind when the report is the same', async () => {
    await publish('same');
    writeFileSync(join(report, '~$findings.csv'), '');
    expect(await publish('same')).toMatchObject({ changed: false });
  });
});

describe('what the system will not let be moved or deleted', () => {
  const refused = () => Object.assign(new Error('refused'), { code: 'EACCES' });
  const disk = (changed: Partial<FolderSteps>): FolderSteps => ({
    rename: renameSync,
    remove: (folder) => rmSync(folder, { recursive: true, force: true }),
    ...changed,
  });

  it('does not undo the new report: the old folder is named, and stands in nobody’s way', async () => {
    await publish('first');
    const steps = disk({
      remove: () => {
        throw refused();
      },
    });
    for (const findings of ['second', 'third']) {
      const { leftBehind } = await publish(findings, steps);
      expect(leftBehind).toMatchObject({ byPeople: false });
      expect(leftBehind!.folder).toMatch(/[\\/]\.half-year\.trash/);
      expect(findingsAt(report)).toBe(findings);
      expect(await folderPublisher(out, steps).repair(place)).toBe(false);
    }
    expect(await folderPublisher(out).repair(place)).toBe(true);
    expect(readdirSync(home)).toEqual(['half-year']);
  });

  it('keeps people’s work by a hidden name and says so; the next run moves it', async () => {
    await publish('first');
    writeFileSync(join(report, 'findings.csv'), 'by hand');
    const steps = disk({
      rename: (from, to) => {
        if (to.includes('earlier')) throw refused();
        renameSync(from, to);
      },
    });
    const { leftBehind } = await publish('second', steps);
    expect(leftBehind).toEqual({ folder: join(home, '.half-year.old'), byPeople: true });
    expect(findingsAt(leftBehind!.folder)).toBe('by hand');
    expect(await folderPublisher(out).repair(place)).toBe(true);
    expect(findingsAt(join(home, 'earlier', 'half-year-1'))).toBe('by hand');
  });

  it('leaves all as it is where people’s work could not be kept at all', async () => {
    await publish('first');
    writeFileSync(join(report, 'findings.csv'), 'by hand');
    writeFileSync(join(home, 'earlier'), 'a file');
    await expect(publish('second')).rejects.toMatchObject({ name: 'WorkNotKept' });
    expect(findingsAt(report)).toBe('by hand');
  });
});

/** Steps that work until the given one, before which or after which the program ends. */
function dyingAt(count: number, after: boolean): { steps: FolderSteps; died: () => boolean } {
  let done = 0;
  const step = (work: () => void): void => {
    if (done > count) throw new Error('dead');
    if (done === count && !after) {
      done += 1;
      throw new Error('dies before');
    }
    work();
    done += 1;
    if (done > count) throw new Error('dies after');
  };
  return {
    steps: {
      rename: (from, to) => step(() => renameSync(from, to)),
      remove: (folder) => step(() => rmSync(folder, { recursive: true, force: true })),
    },
    died: () => done > count,
  };
}

describe.each([false, true])('an interruption, with the report before changed by people: %s', (byPeople) => {
  const steps = Array.from({ length: 6 }, (_, count) => [false, true].map((after) => [count, after] as const)).flat();

  it.each(steps)('at step %i (after it: %s) is put right at the next start', async (count, after) => {
    await publish('first');
    if (byPeople) writeFileSync(join(report, 'findings.csv'), 'by hand');
    const old = byPeople ? 'by hand' : 'first';
    const dying = dyingAt(count, after);
    await publish('second', dying.steps).catch(() => undefined);

    await folderPublisher(out).repair(place);
    const now = findingsAt(report);
    expect([old, 'second']).toContain(now);
    expect(existsSync(join(report, 'manifest.json'))).toBe(true);
    const kept = existsSync(join(home, 'earlier')) ? readdirSync(join(home, 'earlier')) : [];
    if (byPeople && now === 'second') expect(findingsAt(join(home, 'earlier', kept[0] ?? ''))).toBe('by hand');
    else expect(kept).toEqual([]);

    await publish('second');
    expect(findingsAt(report)).toBe('second');
    expect(readdirSync(home).filter((name) => name.startsWith('.') && !name.includes('.draft-'))).toEqual([]);
  });

  it('was tried at every step there is', async () => {
    await publish('first');
    if (byPeople) writeFileSync(join(report, 'findings.csv'), 'by hand');
    const dying = dyingAt(5, false);
    await publish('second', dying.steps);
    expect(dying.died()).toBe(false);
  });
});

it('takes away the drafts of processes that are gone, and no other', async () => {
  const { hostname } = await import('node:os');
  const alive = `.half-year.draft-${hostname()}-${process.ppid}-x`;
  for (const name of [alive, `.half-year.draft-${hostname()}-999999999-x`, '.half-year.draft-elsewhere-999999999-x'])
    mkdirSync(join(home, name), { recursive: true });
  expect(await folderPublisher(out).repair(place)).toBe(true);
  expect(readdirSync(home).sort()).toEqual(['.half-year.draft-elsewhere-999999999-x', alive].sort());
  expect(await folderPublisher(out).repair(place)).toBe(false);
});
