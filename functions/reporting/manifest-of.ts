import type { Manifest } from '../../schemas/manifest.ts';
import { asWritten } from './profile-value.ts';
import type { Report } from './report.ts';

/** `manifest.json` of a report whose other files are written. */
export function manifestOf(report: Report, outputs: Manifest['outputs'], workbookParts: string): Manifest {
  const { job, county, period, versions, key, profile, reading } = report;
  return {
    job,
    county,
    period,
    programVersion: versions.program,
    ruleSetVersion: versions.ruleSet,
    key,
    profile: { sha256: profile.sha256 ?? null, differs: profile.differs.map(asWritten) },
    inputs: reading.files.map(({ source, file, size, sha256, rows }) => ({ source, file, size, sha256, rows: rows.read })),
    outputs: [...outputs].sort((one, other) => (one.file < other.file ? -1 : 1)),
    workbookParts,
  };
}
