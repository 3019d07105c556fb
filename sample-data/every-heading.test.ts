import { describe, expect, it } from 'vitest';
import { readSources } from '../functions/reading/read-sources.ts';
import { defaultProfile } from '../schemas/county-profile.ts';
import type { FileReport, ReadingResult } from '../schemas/reading.ts';
import type { Field, SourceId } from '../schemas/sources/source.ts';
import { sources } from '../schemas/sources/sources.ts';
import type { Day } from '../schemas/values/day.ts';
import { exampleOf, type KnownSource, knownHeadings } from './known-headings.ts';

const context = {
  county: '230123',
  period: '2020Q3',
  asOf: 20200701 as Day,
  latestBirth: 20200930 as Day,
  acceptedPeriods: new Set<string>(),
};

/** Reads one row below these headings. */
async function read(source: SourceId, row: Readonly<Record<string, string>>): Promise<ReadingResult> {
  const bytes = new TextEncoder().encode(`${Object.keys(row).join('\t')}\n${Object.values(row).join('\t')}\n`);
  const open = async function* () {
    yield bytes;
  };
  const file = { source, name: '一张表.txt', size: bytes.length, open };
  return readSources([file], context, defaultProfile, [source], []);
}

const fieldsOf = ({ headings }: KnownSource): [field: string, headings: string[]][] =>
  headings
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [field = '', list = ''] = line.split(': ');
      return [field, list.split(' ')];
    });

/** The source's readable row with this field under this heading, and under no other. */
function rowWith(source: KnownSource, field: string, own: readonly string[], heading: string): Record<string, string> {
  const value =
    field === 'kind' && source === knownHeadings['exclusion-register'] ? '车辆' : (ownValue(source, own) ?? exampleOf(field));
  const gone = new Set([...own, ...(source.instead?.[field] ?? [])]);
  const rest = Object.entries(source.row).filter(([name]) => !gone.has(name) && name !== heading);
  return Object.fromEntries([...rest, [heading, field === 'status' && source.row['脱贫属性'] ? '未脱贫' : value]]);
}

const ownValue = (source: KnownSource, own: readonly string[]) =>
  own.map((name) => source.row[name]).find((value) => value !== undefined);

const columnOf = ({ sheets }: FileReport, heading: string) =>
  sheets.flatMap(({ columns }) => columns).find((column) => column.heading === heading);

describe.each(Object.entries(knownHeadings))('%s', (id, known) => {
  it('has the fields and headings that are known here, and no others', () => {
    const fields: readonly [string, Field][] = Object.entries(sources[id as SourceId].fields);
    // What follows from another column has no heading of its own.
    const read = fields.filter(([, { derived }]) => derived === undefined);
    const headings = (list: readonly string[]) => list.map((heading) => heading.replace(/（元）$/, '')).sort();
    expect(Object.fromEntries(read.map(([field, { heading, aliases }]) => [field, headings([heading, ...aliases])]))).toEqual(
      Object.fromEntries(fieldsOf(known).map(([field, own]) => [field, headings(own)])),
    );
  });

  it.each(fieldsOf(known))('reads %s under each of its headings', async (field, own) => {
    for (const heading of own) {
      const { files, refusals, rejects } = await read(id as SourceId, rowWith(known, field, own, heading));
      expect({ heading, refusals, rejects }).toEqual({ heading, refusals: [], rejects: [] });
      expect({ heading, field: columnOf(files[0]!, heading)?.field }).toEqual({ heading, field });
    }
  });

  it.each(Object.entries(known.words ?? {}))('reads every word of %s', async (field, words) => {
    const own = fieldsOf(known).find(([name]) => name === field)?.[1] ?? [];
    for (const word of words.split(' ')) {
      const row = { ...rowWith(known, field, own, own[0]!), [own[0]!]: word };
      const { rejects, refusals, files } = await read(id as SourceId, row);
      expect({ word, refusals, rejects, unknown: files[0]?.unknownWords }).toEqual({
        word,
        refusals: [],
        rejects: [],
        unknown: [],
      });
    }
  });
});

describe('a certificate number', () => {
  it('stands under 证件号码 only beside an id column', async () => {
    const row = { ...knownHeadings['dibao-roster']!.row, 证件号码: '示农低10001' };
    const { files } = await read('dibao-roster', row);
    expect(columnOf(files[0]!, '证件号码')?.field).toBe('certificateNumber');
    expect(columnOf(files[0]!, '身份证号')?.field).toBe('idNumber');
  });
});
