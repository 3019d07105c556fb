import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportPlace } from '../jobs/ports.ts';
import { isAlive } from './file-lock.ts';

/** Who ran a job, when, and what came of it. */
export interface RunRecord {
  /** Account and machine, `name@host`. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly result: 'published' | 'unchanged' | 'refused' | 'stopped' | 'failed';
  readonly exitCode: number;
  readonly programVersion: string;
}

/** Writes `<out>/<county>/<period>/<job>.run.json` anew: beside the report, since two equal reports differ in it. */
export function writeRunRecord(out: string, { county, period, job }: ReportPlace, record: RunRecord): void {
  const home = join(out, county, period);
  mkdirSync(home, { recursive: true });
  const path = join(home, `${job}.run.json`);
  const prefix = `.${job}.run.`;
  const temporary = `${join(home, prefix)}${process.pid}`;
  // Of a run that was killed while it wrote.
  for (const name of readdirSync(home)) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) rmSync(join(home, name), { force: true });
  }
  try {
    writeFileSync(temporary, `${JSON.stringify(record, undefined, 2)}\n`);
    renameSync(temporary, path);
  } finally {
    // There still where the disk is full.
    rmSync(temporary, { force: true });
  }
}
