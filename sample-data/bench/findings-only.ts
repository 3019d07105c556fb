import { closeSync, openSync, writeSync } from 'node:fs';
import { findDisagreements } from '../../functions/jobs/find-disagreements.ts';
import { jobs } from '../../functions/jobs/jobs.ts';
import { listInputs } from '../../functions/jobs/list-inputs.ts';
import { openInput } from '../../functions/jobs/open-input.ts';
import { readingStage } from '../../functions/jobs/ports.ts';
import { planRun } from '../../functions/jobs/run-plan.ts';
import { holdNursery } from '../../functions/local/held-nursery.ts';
import { readSources } from '../../functions/reading/read-sources.ts';
import { findingLine, findingsHead } from '../../functions/reporting/findings-csv.ts';
import { TextSink } from '../../functions/reporting/text-sink.ts';
import { folderStore } from '../../functions/storage/folder-store.ts';
import type { JobId } from '../../schemas/job.ts';
import { parsePeriod } from '../../schemas/values/period.ts';

/** A run up to `findings.csv` and without the workbook: what can be held beside tools that write no workbook. */
export async function findingsOnly(job: JobId, inbox: string, period: string, out: string): Promise<void> {
  const nursery = holdNursery({ stage: () => undefined });
  const request = {
    county: '230123',
    period: parsePeriod(period)!,
    profile: undefined,
    key: { bytes: new Uint8Array(32), sample: true },
    acceptedPeriods: [],
    force: true,
    programVersion: '',
  };
  const definition = jobs[job];
  const plan = planRun(definition, request);
  if ('refusals' in plan) throw new Error('the default profile is refused');
  const store = folderStore(inbox);
  const listing = await listInputs(store, request.county, period);
  const files = listing.files.map((file) => ({ ...file, open: () => openInput(store, file.key) }));
  const { used, required } = definition;
  const told = (done: number, total: number) => nursery.progress.stage(readingStage, done, total);
  const reading = await readSources(files, plan.reading, plan.profile, used, required, told);
  if (reading.refusals.length > 0) throw new Error('a file of the bench is refused');
  const { findings } = findDisagreements(definition, plan, request, reading);

  const file = openSync(out, 'w');
  const sink = new TextSink({
    write: (chunk, done) => {
      writeSync(file, chunk);
      done?.();
    },
  });
  await sink.add(findingsHead);
  for (const { rule } of findings.rules) {
    for (const finding of findings.ofRule(rule)) sink.add(findingLine(finding));
  }
  await sink.flush();
  closeSync(file);
  nursery.letGo();
}
