import type { InboxFile } from '../functions/reading/file-units.ts';
import { readSources } from '../functions/reading/read-sources.ts';
import { type CountyProfile, defaultProfile } from '../schemas/county-profile.ts';
import type { ReadingResult } from '../schemas/reading.ts';
import { type SourceId, sourceIds } from '../schemas/sources/source.ts';
import type { Day } from '../schemas/values/day.ts';
import { parsePeriod } from '../schemas/values/period.ts';

/** Files of an inbox by `source/name`; a name alone lies directly in the period's folder. */
export type InboxTexts = Readonly<Record<string, string | Uint8Array>>;

export function inboxOf(texts: InboxTexts): readonly InboxFile[] {
  return Object.entries(texts).map(([path, content]) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const [source, name] = path.includes('/') ? (path.split('/') as [SourceId, string]) : [undefined, path];
    return {
      source,
      name,
      size: bytes.length,
      async *open() {
        yield bytes;
      },
    };
  });
}

/** Reads files for tests, with every source used and none required unless said. */
export function readTexts(
  texts: InboxTexts,
  options: {
    readonly period?: string;
    readonly profile?: CountyProfile;
    readonly used?: readonly SourceId[];
    readonly required?: readonly SourceId[];
    readonly acceptedPeriods?: readonly string[];
  } = {},
): Promise<ReadingResult> {
  const period = parsePeriod(options.period ?? '2020H1')!;
  return readSources(
    inboxOf(texts),
    {
      county: '230123',
      period: period.text,
      asOf: period.asOf,
      latestBirth: period.lastDay as Day,
      acceptedPeriods: new Set(options.acceptedPeriods),
    },
    options.profile ?? defaultProfile,
    options.used ?? sourceIds,
    options.required ?? [],
  );
}
