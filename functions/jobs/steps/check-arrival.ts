import { countyCodeSchema } from '../../../schemas/messages.ts';
import { type SourceId, sourceIds } from '../../../schemas/sources/source.ts';
import { latestBirthOf, type Period, parsePeriod } from '../../../schemas/values/period.ts';
import { type CheckedFile, checkFile } from '../../reading/check-files.ts';
import { isSkipped } from '../../reading/file-order.ts';
import { readingRun } from '../../reading/source-reading.ts';
import { fileCheck } from '../file-check.ts';
import { openInput } from '../open-input.ts';
import type { ObjectStore } from '../ports.ts';
import { readProfile } from '../read-profile.ts';

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
  const [county = '', periodText = '', ...rest] = key.split('/');
  const name = (rest.pop() ?? '').normalize('NFC');
  const period = parsePeriod(periodText);
  const source = sourceIds.find((id) => id === rest[0]);
  const placed = rest.length === 0 || (rest.length === 1 && source !== undefined);
  if (!countyCodeSchema.safeParse(county).success || period === undefined || !placed || name === '' || isSkipped(name))
    return undefined;
  return { key, county, period, source, name };
}

export interface ArrivalOutcome {
  /** Key of the reading report. */
  readonly report: string;
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
  const report = `${county}/${period.text}/arrivals/${source ?? 'unsorted'}/${name}.json`;
  const read = readProfile(ports.profile);
  const file = { source, name, size: 0, open: () => openInput(ports.inbox, key) };
  const context = {
    county,
    period: period.text,
    asOf: period.asOf,
    latestBirth: latestBirthOf(period, period.asOf),
    acceptedPeriods: new Set<string>(),
  };
  const checked: CheckedFile =
    'refusals' in read
      ? { file: name, source, report: undefined, rejects: [], namedPeriods: [], problems: read.refusals }
      : await checkFile(file, readingRun(context), read.profile);
  const text = `${JSON.stringify(fileCheck(checked), undefined, 2)}\n`;
  await ports.reports.write(report, Buffer.from(text));
  const rows = checked.report?.rows;
  return { report, refused: checked.problems.length > 0, rows: rows?.read ?? 0, rejected: rows?.rejected ?? 0 };
}
