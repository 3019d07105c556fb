import { hostname } from 'node:os';
import { join } from 'node:path';
import type { ReportPlace } from '../jobs/ports.ts';

/** Where a report and what belongs to its publishing lie; all on one file system, so that renames are whole. */
export function reportPaths(out: string, { county, period, job }: ReportPlace) {
  const home = join(out, county, period);
  return {
    home,
    report: join(home, job),
    /** The report before, between the two renames. */
    old: join(home, `.${job}.old`),
    /** What is being deleted; with a number behind it where something that can't be deleted has the name. */
    trash: join(home, `.${job}.trash`),
    lock: join(home, `.${job}.lock`),
    earlier: join(home, 'earlier'),
    draftPrefix: `.${job}.draft-${hostname()}-`,
    job,
  };
}

export type ReportPaths = ReturnType<typeof reportPaths>;
