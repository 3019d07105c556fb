import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseCountyProfile } from '../../schemas/county-profile.ts';
import type { ReadingContext, ReadingResult } from '../../schemas/reading.ts';
import { type SourceId, sourceIds } from '../../schemas/sources/source.ts';
import type { Day } from '../../schemas/values/day.ts';
import type { ResidentId } from '../../schemas/values/resident-id.ts';
import { type FilePart, filesReadBefore, type InboxFile, readPart } from './file-units.ts';
import { packPart, unpackPart } from './part-snapshot.ts';
import { readSources } from './read-sources.ts';
import { readingRun } from './source-reading.ts';

const county = fileURLToPath(new URL('../../sample-data/inbox/230123', import.meta.url));
const profile = parseCountyProfile(
  `{"ruralStandard":{"2020":4200},"headings":{"assistance-system":{"povertyMark":["建档标志"]}},"layouts":{"bank-payout":[{"columns":["sequence","account","accountName","","requestedAmount","paidOn","","","result","reason"],"unit":"分","success":["001"],"returned":["003"]}]}}`,
);

function inboxFiles(period: string): InboxFile[] {
  const folder = join(county, period);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return paths.map((path) => {
    const parts = path.split(/[\\/]/);
    const name = parts.pop()!;
    return {
      source: sourceIds.find((id) => id === parts[0]),
      name,
      size: statSync(join(folder, path)).size,
      open: () => createReadStream(join(folder, path)),
    };
  });
}

/** An id of a row computes what it is asked for, so there would be nothing in it to compare. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('lostDigits' in value)) return value;
  const { text, problem, normalised, lostDigits } = value as ResidentId;
  return { text, problem, normalised, lostDigits };
}

/** Everything that a reading says, rows as plain values. */
function contents({ tables, ...rest }: ReadingResult): unknown {
  const rows = Object.values(tables).map((table) =>
    Array.from({ length: table.length }, (_, index) => {
      const row = table.row(index) as unknown as Record<string, unknown>;
      const fields = Object.getOwnPropertyNames(Object.getPrototypeOf(row)).filter((name) => name !== 'constructor');
      return [table.address(index), ...fields.map((field) => plain(row[field]))];
    }),
  );
  return { rows, ...rest };
}

describe('files read by themselves and put together', () => {
  it.each([
    ['2020H1', 20200630, ['dibao-roster', 'poverty-registration', 'assistance-system', 'destitute-roster', 'death-register']],
    ['2020Q3', 20200701, ['payment-list', 'bank-payout', 'assistance-system', 'dibao-roster', 'death-register']],
  ] as const)('are the same as files read one after the other (%s)', async (period, day, sources) => {
    const used: readonly SourceId[] = sources;
    const context: ReadingContext = {
      county: '230123',
      period,
      asOf: day as Day,
      latestBirth: 20200930 as Day,
      acceptedPeriods: new Set(),
    };
    const files = inboxFiles(period);
    const inTurn = await readSources(files, context, profile, used, []);
    expect(inTurn.files.length).toBeGreaterThan(5);

    const parts = new Map<InboxFile, FilePart>();
    for (const file of [...files].reverse()) {
      const part = await readPart(file, readingRun(context), profile, used);
      parts.set(file, await unpackPart(await packPart(part)));
    }
    const together = await readSources(
      files,
      context,
      profile,
      used,
      [],
      undefined,
      filesReadBefore(async (file) => parts.get(file)!),
    );
    expect(contents(together)).toEqual(contents(inTurn));
    expect(JSON.stringify(contents(inTurn))).toMatch(/"农村"/);
  });

  it('are refused with the same words', async () => {
    const files: InboxFile[] = ['空.csv', '别的.csv'].map((name) => ({
      source: undefined,
      name,
      size: 3,
      open: async function* () {
        yield Buffer.from(name === '空.csv' ? '' : '水果,价格\n苹果,3\n');
      },
    }));
    const context: ReadingContext = {
      county: '230123',
      period: '2020H1',
      asOf: 20200630 as Day,
      latestBirth: 20200630 as Day,
      acceptedPeriods: new Set(),
    };
    const inTurn = await readSources(files, context, profile, ['dibao-roster'], []);
    expect(inTurn.refusals).toHaveLength(2);
    const together = await readSources(
      files,
      context,
      profile,
      ['dibao-roster'],
      [],
      undefined,
      filesReadBefore((file) => readPart(file, readingRun(context), profile, ['dibao-roster'])),
    );
    expect(together.refusals).toEqual(inTurn.refusals);
  });
});
