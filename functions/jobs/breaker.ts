import type { CountyProfile } from '../../schemas/county-profile.ts';
import type { FileReport, ReadingResult } from '../../schemas/reading.ts';
import type { RejectedRow } from '../../schemas/reject.ts';
import type { SourceId } from '../../schemas/sources/source.ts';
import { sources } from '../../schemas/sources/sources.ts';
import type { ErrorShare } from '../rules/breaker-shares.ts';

/** Smaller sources say nothing by a share of their rows. */
const fewestRows = 20;

/** How many of the subjects that a job is about have an error, with what is counted, in Chinese. */
export interface ErrorCount extends ErrorShare {
  readonly subjects: string;
}

/** Shares so large that the input, not the county, is likely to be wrong: Chinese sentences with source and figure. */
export function breakerReasons(
  { files, rejectedRows }: Pick<ReadingResult, 'files' | 'rejectedRows'>,
  errors: ErrorCount,
  limits: CountyProfile['breaker'],
): readonly string[] {
  return [...rejectedReasons(files, rejectedRows, limits.rejectedShare), ...findingReasons(errors, limits.findingShare)];
}

function rejectedReasons(files: readonly FileReport[], rejectedRows: readonly RejectedRow[], limit: number): readonly string[] {
  const rows = new Map<SourceId, { read: number; rejected: number }>();
  for (const file of files) {
    const { read, rejected } = rows.get(file.source) ?? { read: 0, rejected: 0 };
    rows.set(file.source, { read: read + file.rows.read, rejected: rejected + file.rows.rejected });
  }
  return [...rows]
    .filter(([, { read, rejected }]) => read >= fewestRows && rejected > limit * read)
    .map(([source, { read, rejected }]) => {
      const share = percent(rejected / read);
      const why = mostly(rejectedRows.filter(({ address }) => address.source === source));
      return `${sources[source].name}（${source}）读入 ${read} 行，退回 ${rejected} 行，占 ${share}，超过 ${percent(limit)}${why}`;
    });
}

/** Where most of the rows were rejected, and for what; nothing of the values that stand there. */
function mostly(rows: readonly RejectedRow[]): string {
  const counts = new Map<string, number>();
  for (const { address, column, reason } of rows) {
    const place = `${address.file}${address.sheet === '' ? '' : `〔${address.sheet}〕`}“${column}”${reason}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most === undefined ? '' : `；最多的是 ${most[0]}，${most[1]} 行`;
}

function findingReasons({ subjects, withError, total }: ErrorCount, limit: number): readonly string[] {
  if (withError <= limit * total) return [];
  return [`${subjects} ${total}，其中有“错误”级疑点的 ${withError}，占 ${percent(withError / total)}，超过 ${percent(limit)}`];
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
