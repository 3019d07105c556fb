import { countyCodeSchema } from '../../../schemas/messages.ts';
import type { SourceId } from '../../../schemas/sources/source.ts';
import { type Period, parsePeriod } from '../../../schemas/values/period.ts';
import { type CheckedFile, checkFile } from '../../reading/check-files.ts';
import { isSkipped } from '../../reading/file-order.ts';
import { readingRun } from '../../reading/source-reading.ts';
import { fileCheck } from '../file-check.ts';
import { sourceOfFolders } from '../list-inputs.ts';
import { openInput } from '../open-input.ts';
import type { ObjectStore } from '../ports.ts';
import { readProfile } from '../read-profile.ts';
import { readingContext } from '../reading-context.ts';

/** A file that arrived, by its place in the inbox. */
export interface Arrival {
  readonly key: string;
  readonly county: string;
  readonly period: Period;
  readonly source: SourceId | undefined;
  readonly name: string;
}

/** Undefined for what no run would read: another depth, no county, no period, a source that there is not, a stray file. */
export function arrivalOf(key: string): Arrival | undefined {
  const [county = '', periodText = '', ...folders] = key.split('/');
  const name = (folders.pop() ?? '').normalize('NFC');
  const period = parsePeriod(periodText);
  const source = sourceOfFolders(folders);
  if (!countyCodeSchema.safeParse(county).success || period === undefined) return undefined;
  if (source === 'none' || name === '' || isSkipped(name)) return undefined;
  return { key, county, period, source, name };
}

export interface ArrivalOutcome {
  /** Folder of the reading report in the reports bucket; its name is the file's. */
  readonly folder: string;
  readonly refused: boolean;
  readonly rows: number;
  readonly rejected: number;
}

/**
 * Reads a file that arrived as a run of its period would and writes what came of it to
 * `<county>/<period>/arrivals/<source>/<file>.json`, so that its sender need not wait for the run.
 */
export async function checkArrival(
  ports: { readonly inbox: ObjectStore; readonly reports: ObjectStore; readonly profile: Uint8Array | undefined },
  { key, county, period, source, name }: Arrival,
): Promise<ArrivalOutcome> {
  const folder = `${county}/${period.text}/arrivals/${source ?? 'unsorted'}/`;
  const read = readProfile(ports.profile);
  const file = { source, name, size: 0, open: () => openInput(ports.inbox, key) };
  const context = readingContext(county, period, period.asOf, []);
  const checked: CheckedFile =
    'refusals' in read
      ? { file: name, source, report: undefined, rejects: [], idProblems: {}, namedPeriods: [], problems: read.refusals }
      : await checkFile(file, readingRun(context), read.profile);
  const text = `${JSON.stringify(fileCheck(checked), undefined, 2)}\n`;
  await ports.reports.write(`${folder}${name}.json`, Buffer.from(text));
  const rows = checked.report?.rows;
  return { folder, refused: checked.problems.length > 0, rows: rows?.read ?? 0, rejected: rows?.rejected ?? 0 };
}
