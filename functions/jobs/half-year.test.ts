import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { validId } from '../../sample-data/builders.ts';
import {
  anyWriting,
  fileBytes,
  plainWriting,
  type SmallFile,
  smallCounty,
  type Writing,
} from '../../sample-data/small-county.ts';
import { parsePeriod } from '../../schemas/values/period.ts';
import { runHalfYear } from './half-year.ts';
import type { JobRequest, JobResult } from './job.ts';
import { MemoryPublisher, memoryStore } from './memory-ports.ts';

const request: JobRequest = {
  county: '230123',
  period: parsePeriod('2020H1')!,
  profile: undefined,
  key: { bytes: new Uint8Array(32), sample: true },
  acceptedPeriods: [],
  force: true,
  programVersion: '0',
};

interface Run {
  readonly result: JobResult;
  readonly files: Map<string, Uint8Array>;
}

/** A run in memory over the files; `order` says how the inbox lists them. */
async function run(
  files: readonly SmallFile[],
  writing: Writing = plainWriting,
  order?: (keys: string[]) => string[],
): Promise<Run> {
  const objects = new Map(files.map((file) => [`230123/2020H1/${file.source}/${file.name}`, fileBytes(file, writing)]));
  const publisher = new MemoryPublisher();
  const inbox = memoryStore(objects, order?.([...objects.keys()]));
  const result = await runHalfYear({ inbox, publisher, progress: { stage: () => {} } }, request);
  return { result, files: publisher.published ?? new Map() };
}

const text = (files: Map<string, Uint8Array>, name: string): string => Buffer.from(files.get(name) ?? []).toString();

/** Findings as cells by heading; no cell of these counties holds a comma, quote or line break but inside quotes. */
function findings(files: Map<string, Uint8Array>): readonly Readonly<Record<string, string>>[] {
  const [headings = [], ...rows] = text(files, 'findings.csv')
    .replace(/^\ufeff/u, '')
    .trim()
    .split('\r\n')
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu)].map((match) => match[1] ?? ''));
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])));
}

const without =
  (...names: readonly string[]) =>
  (finding: Readonly<Record<string, string>>) =>
    JSON.stringify(Object.entries(finding).filter(([name]) => !names.includes(name)));

const strangersId = validId('230123', '19330101', 1);
const runs = { numRuns: 25 };

afterEach(() => {
  vi.useRealTimers();
});

describe('the half-yearly comparison', () => {
  it('gives the same bytes whatever the order of the listing', async () => {
    await fc.assert(
      fc.asyncProperty(smallCounty(), fc.infiniteStream(fc.nat()), async (files, numbers) => {
        const shuffled = (keys: string[]) =>
          keys
            .map((key) => [numbers.next().value, key] as const)
            .sort(([a], [b]) => a - b)
            .map(([, key]) => key);
        expect((await run(files, plainWriting, shuffled)).files).toEqual((await run(files)).files);
      }),
      runs,
    );
  });

  it('gives the same bytes in another time zone and on another day', async () => {
    const zone = process.env['TZ'];
    await fc.assert(
      fc.asyncProperty(
        smallCounty(),
        fc.constantFrom('America/New_York', 'Pacific/Kiritimati', 'UTC'),
        async (files, elsewhere) => {
          const here = await run(files);
          process.env['TZ'] = elsewhere;
          vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 11, 31, 23) });
          expect((await run(files)).files).toEqual(here.files);
          vi.useRealTimers();
          if (zone === undefined) delete process.env['TZ'];
          else process.env['TZ'] = zone;
        },
      ),
      { numRuns: 5 },
    );
  });

  it('finds the same in any encoding, with any delimiter and line end', async () => {
    await fc.assert(
      fc.asyncProperty(smallCounty(), anyWriting, async (files, writing) => {
        const [plain, other] = [await run(files), await run(files, writing)];
        for (const name of ['findings.csv', 'rejects.csv']) expect(text(other.files, name)).toBe(text(plain.files, name));
      }),
      runs,
    );
  });

  it('finds the same but for the addresses when files are renamed and split', async () => {
    await fc.assert(
      fc.asyncProperty(smallCounty(true), fc.nat(), async (files, at) => {
        const parts = files.flatMap((file) => {
          const cut = Math.min(file.rows.length, 1 + (at % file.rows.length));
          return [
            { ...file, name: '甲.csv', rows: file.rows.slice(0, cut) },
            { ...file, name: '乙.csv', rows: file.rows.slice(cut) },
          ].filter(({ rows }) => rows.length > 0);
        });
        const compared = without('sources');
        const [whole, split] = [findings((await run(files)).files), findings((await run(parts)).files)];
        expect(split.map(compared).sort()).toEqual(whole.map(compared).sort());
      }),
      runs,
    );
  });

  it('changes nothing for others when a person comes who is like nobody', async () => {
    await fc.assert(
      fc.asyncProperty(smallCounty(), async (files) => {
        const stranger = ['农村', 'H77', '孙某', '孙某', strangersId, '户主', '300', '红旗乡', '第七村', '2019-03', '在保'];
        const joined = files.map((file) => (file.source === 'dibao-roster' ? { ...file, rows: [...file.rows, stranger] } : file));
        const before = findings((await run(files)).files).map(without());
        const after = findings((await run(joined)).files);
        const others = after.filter(({ id_number }) => id_number !== strangersId).map(without());
        expect(others).toEqual(before);
        expect(after.length).toBeGreaterThan(before.length);
      }),
      runs,
    );
  });

  it('loses no row: read = accepted + rejected, in every file', async () => {
    await fc.assert(
      fc.asyncProperty(smallCounty(), anyWriting, async (files, writing) => {
        const { result } = await run(files, writing);
        if (result.outcome !== 'published') throw new Error(result.outcome);
        for (const { source, rows } of result.summary.files) {
          expect(rows.read).toBe(rows.accepted + rows.rejected);
          expect(rows.read).toBe(files.find((file) => file.source === source)?.rows.length);
        }
      }),
      runs,
    );
  });
});
