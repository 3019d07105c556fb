import { closeSync, openSync, writeSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/dibao', import.meta.url)));
const { parsePeriod } = await import('../../schemas/values/period.ts');
const { findDisagreements } = await import('../../functions/jobs/find-disagreements.ts');
const { jobs } = await import('../../functions/jobs/jobs.ts');
const { listInputs } = await import('../../functions/jobs/list-inputs.ts');
const { openInput } = await import('../../functions/jobs/open-input.ts');
const { planRun } = await import('../../functions/jobs/run-plan.ts');
const { readSources } = await import('../../functions/reading/read-sources.ts');
const { findingLine, findingsHead } = await import('../../functions/reporting/findings-csv.ts');
const { TextSink } = await import('../../functions/reporting/text-sink.ts');
const { folderStore } = await import('../../functions/storage/folder-store.ts');

// A run up to `findings.csv` and without the workbook: what can be held beside tools that write no workbook.
const [job, inbox, period, out] = process.argv.slice(2) as ['half-year' | 'payout', string, string, string];
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
const reading = await readSources(files, plan.reading, plan.profile, used, required);
if (reading.refusals.length > 0) throw new Error('a file of the bench is refused');
const { findings } = findDisagreements(definition, plan, request, reading);

const file = openSync(out, 'w');
const sink = new TextSink({
  write: (chunk) => {
    writeSync(file, chunk);
  },
});
await sink.add(findingsHead);
for (const { rule } of findings.rules) {
  for (const finding of findings.ofRule(rule)) sink.add(findingLine(finding));
}
await sink.flush();
closeSync(file);
