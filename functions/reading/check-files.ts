import type { CountyProfile } from '../../schemas/county-profile.ts';
import type { FileReport } from '../../schemas/reading.ts';
import type { Reject } from '../../schemas/reject.ts';
import { type SourceId, sourceIds } from '../../schemas/sources/source.ts';
import { sources } from '../../schemas/sources/sources.ts';
import type { Day } from '../../schemas/values/day.ts';
import { FileRefused } from './file-refused.ts';
import type { InboxFile } from './file-units.ts';
import { openFile } from './open-file.ts';
import { readFile } from './read-file.ts';
import { headingRecogniser } from './recognise-heading.ts';
import { recogniseSource } from './recognise-source.ts';
import type { Problem } from './refusals.ts';
import { dictionaryOf, type ReadingRun, sourceReading } from './source-reading.ts';
import { TextArena } from './table/text-arena.ts';

/** What `dibao check` says of one file. */
export interface CheckedFile {
  readonly file: string;
  /** Given, or recognised by the heading row; undefined where neither. */
  readonly source: SourceId | undefined;
  /** As a run would report it; undefined where the file could not be opened or recognised. */
  readonly report: FileReport | undefined;
  readonly rejects: readonly Reject[];
  /** Years, halves, quarters and months that its titles, sheets and name name, as written. */
  readonly namedPeriods: readonly string[];
  /** Not empty: a run would refuse the file. */
  readonly problems: readonly Problem[];
}

/** Without a period nobody knows which births are still to come. */
const anyPeriod: ReadingRun = { period: undefined, asOf: undefined, latestBirth: 99991231 as Day, acceptedPeriods: new Set() };

async function check(file: InboxFile, profile: CountyProfile): Promise<CheckedFile> {
  const { name } = file;
  const candidates = file.source === undefined ? sourceIds : [file.source];
  const known = candidates.map((id) => ({ source: sources[id], dictionary: dictionaryOf(id, profile) }));
  const open = () => openFile(file, headingRecogniser(known, profile));
  const nothing = { file: name, source: file.source, report: undefined, rejects: [], namedPeriods: [] };
  try {
    const source = file.source ?? (await recogniseSource(await open(), name, profile));
    if (typeof source === 'object') return { ...nothing, problems: [source] };
    const reading = sourceReading(source, profile, anyPeriod, new TextArena());
    const { report, rejects, problems, namedPeriods } = await readFile(await open(), name, reading);
    return { file: name, source, report, rejects, problems, namedPeriods };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { ...nothing, problems: [{ reason: error.reason, mend: error.mend }] };
  }
}

/** Reads each file by itself, in the order given, and says what a run would make of it. What the store throws goes through. */
export async function checkFiles(files: readonly InboxFile[], profile: CountyProfile): Promise<readonly CheckedFile[]> {
  const checked: CheckedFile[] = [];
  for (const file of files) checked.push(await check(file, profile));
  return checked;
}
