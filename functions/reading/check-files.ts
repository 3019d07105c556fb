import type { CountyProfile } from '../../schemas/county-profile.ts';
import type { FileReport } from '../../schemas/reading.ts';
import type { Reject } from '../../schemas/reject.ts';
import { type SourceId, sourceIds } from '../../schemas/sources/source.ts';
import { sources } from '../../schemas/sources/sources.ts';
import type { Day } from '../../schemas/values/day.ts';
import { type IdProblem, idProblems } from '../../schemas/values/resident-id.ts';
import { type InboxFile, readPart } from './file-units.ts';
import type { Problem } from './refusals.ts';
import type { ReadingRun } from './source-reading.ts';
import type { TablePart } from './table/table-part.ts';

/** What is said of one file that is read by itself. */
export interface CheckedFile {
  readonly file: string;
  /** Given, or recognised by the heading row; undefined where neither. */
  readonly source: SourceId | undefined;
  /** As a run would report it; undefined where the file could not be opened or recognised. */
  readonly report: FileReport | undefined;
  readonly rejects: readonly Reject[];
  /** Accepted rows whose own id (a payment list's: the head's) has a problem, by problem. */
  readonly idProblems: IdProblemCounts;
  /** Years, halves, quarters and months that its titles, sheets and name name, as written. */
  readonly namedPeriods: readonly string[];
  /** Not empty: a run would refuse the file. */
  readonly problems: readonly Problem[];
}

export type IdProblemCounts = Readonly<Partial<Record<Exclude<IdProblem, 'none'>, number>>>;

function idProblemsOf(source: SourceId, { columns }: TablePart): IdProblemCounts {
  const field = source === 'payment-list' ? 'headId' : 'idNumber';
  const counts = idProblems.map(() => 0);
  for (const code of columns[field]?.['problem'] ?? []) counts[code]! += 1;
  const found = idProblems.map((problem, at) => [problem, counts[at]!] as const);
  // Bank files may leave ids out.
  const isProblem = (problem: IdProblem) =>
    problem !== 'none' && (problem !== 'missing' || sources[source].fields[field]?.requirement === 'required');
  return Object.fromEntries(found.filter(([problem, count]) => isProblem(problem) && count > 0));
}

/** Without a period nobody knows which births are still to come. */
const anyPeriod: ReadingRun = { period: undefined, asOf: undefined, latestBirth: 99991231 as Day, acceptedPeriods: new Set() };

/** Reads one file by itself, as a run would. What the store throws goes through. */
export async function checkFile(file: InboxFile, run: ReadingRun, profile: CountyProfile): Promise<CheckedFile> {
  const part = await readPart(file, run, profile, sourceIds);
  const { source } = part;
  if (part.state === 'read') {
    return { file: file.name, source, ...part.result, idProblems: idProblemsOf(part.source, part.table) };
  }
  const problems = part.state === 'refused' ? [{ reason: part.reason, mend: part.mend }] : [];
  return { file: file.name, source, report: undefined, rejects: [], idProblems: {}, namedPeriods: [], problems };
}

/** Each file in the order given, held against no period. */
export async function checkFiles(files: readonly InboxFile[], profile: CountyProfile): Promise<readonly CheckedFile[]> {
  const checked: CheckedFile[] = [];
  for (const file of files) checked.push(await checkFile(file, anyPeriod, profile));
  return checked;
}
