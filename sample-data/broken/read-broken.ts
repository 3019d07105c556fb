import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { readSources } from '../../functions/reading/read-sources.ts';
import { defaultProfile } from '../../schemas/county-profile.ts';
import { makeDay } from '../../schemas/values/day.ts';

/** What reading made of one file, as the child process prints it. */
export interface ReadBroken {
  /** Reasons and mends. */
  readonly refusals: readonly { readonly reason: string; readonly mend: string }[];
  /** `row name id problem yuan` of each accepted row. */
  readonly rows: readonly string[];
  readonly rejected: number;
  readonly read: number;
  readonly says: readonly string[];
  /** MiB. */
  readonly peak: number;
}

/** Reads the file named on the command line as a run would, in a process of its own, and prints what came of it. */
async function readBroken(path: string): Promise<ReadBroken> {
  const asOf = makeDay(2020, 6, 30);
  if (asOf === undefined) throw new Error('no such day');
  const file = { source: 'dibao-roster' as const, name: basename(path), size: 0, open: () => createReadStream(path) };
  const context = { county: '230123', period: '2020H1', asOf, latestBirth: asOf, acceptedPeriods: new Set<string>() };
  const result = await readSources([file], context, defaultProfile, ['dibao-roster'], []);
  const roster = result.tables['dibao-roster'];
  const rows = Array.from({ length: Math.min(20, roster?.length ?? 0) }, (_, index) => {
    const row = roster?.row(index);
    return (
      row &&
      `${row.address.row} ${row.name} ${row.idNumber.text} ${row.idNumber.problem} ${((row.monthlyAmount ?? Number.NaN) / 100).toFixed(2)}`
    );
  });
  const report = result.files[0];
  return {
    refusals: result.refusals.map(({ reason, mend }) => ({ reason, mend })),
    rows: rows.filter((row) => row !== undefined),
    rejected: report?.rows.rejected ?? 0,
    read: report?.rows.read ?? 0,
    says: [
      ...Object.entries(report?.repairs ?? {})
        .filter(([, count]) => count > 0)
        .map(([kind]) => kind),
      ...result.rejects.slice(0, 20).map(({ reason, value }) => `${reason}：${value}`),
      ...(report?.remarks ?? []),
    ],
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

process.stdout.write(JSON.stringify(await readBroken(process.argv[2] ?? '')));
