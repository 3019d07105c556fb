import type { CountyProfile } from '../../schemas/county-profile.ts';
import type { ReadingContext } from '../../schemas/reading.ts';
import type { Source, SourceId } from '../../schemas/sources/source.ts';
import { sources } from '../../schemas/sources/sources.ts';
import type { Day } from '../../schemas/values/day.ts';
import { type Period, parsePeriod } from '../../schemas/values/period.ts';
import { type HeadingDictionary, headingDictionary } from './headings/heading-dictionary.ts';
import { TableBuilder } from './table/table-builder.ts';
import type { TextArena } from './table/text-arena.ts';

/** The run that files are read for; without a period (`dibao check`) nothing is held against one. */
export interface ReadingRun {
  readonly period: Period | undefined;
  readonly asOf: Day | undefined;
  readonly latestBirth: Day;
  readonly acceptedPeriods: ReadonlySet<string>;
}

export const readingRun = ({ period, asOf, latestBirth, acceptedPeriods }: ReadingContext): ReadingRun => ({
  period: parsePeriod(period),
  asOf,
  latestBirth,
  acceptedPeriods,
});

/** What the files of one source are read with, and into. */
export interface SourceReading {
  readonly source: Source;
  readonly dictionary: HeadingDictionary;
  readonly table: TableBuilder;
  readonly profile: CountyProfile;
  readonly run: ReadingRun;
}

export const dictionaryOf = (id: SourceId, profile: CountyProfile): HeadingDictionary =>
  headingDictionary(sources[id], profile.headings[id] ?? {});

export function sourceReading(id: SourceId, profile: CountyProfile, run: ReadingRun, pool: TextArena): SourceReading {
  return { source: sources[id], dictionary: dictionaryOf(id, profile), table: new TableBuilder(sources[id], pool), profile, run };
}
