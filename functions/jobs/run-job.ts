import { profileDifferences } from '../../schemas/profile-differences.ts';
import type { Refusal } from '../../schemas/reading.ts';
import type { FileUnits, InboxFile } from '../reading/file-units.ts';
import { readSources } from '../reading/read-sources.ts';
import { ruleSetVersion } from '../rules/index.ts';
import { findDisagreements } from './find-disagreements.ts';
import type { JobDefinition, JobPorts, JobRequest, JobResult } from './job.ts';
import { listInputs } from './list-inputs.ts';
import { openInput } from './open-input.ts';
import { readingStage } from './ports.ts';
import { publishDraft, type WrittenDraft, writeDraft } from './publish-report.ts';
import { planRun, type RunPlan } from './run-plan.ts';

/**
 * One run of a job: files → rows → cases → findings → a published report. The same for the laptop and the cloud; every
 * effect is in `ports`. Throws only for faults of the program or of what it runs on.
 */
export async function runJob(definition: JobDefinition, ports: JobPorts, request: JobRequest): Promise<JobResult> {
  const plan = planRun(definition, request);
  if ('refusals' in plan) return { outcome: 'refused', refusals: plan.refusals };
  const listing = await listInputs(ports.inbox, request.county, request.period.text);
  const files = listing.files.map((file) => ({ ...file, open: () => openInput(ports.inbox, file.key) }));
  return compareFiles(definition, ports, request, plan, { files, refusals: listing.refusals });
}

type ComparePorts = Pick<JobPorts, 'publisher' | 'progress'>;

interface RunInputs {
  readonly files: readonly InboxFile[];
  readonly refusals: readonly Refusal[];
}

/** The run from its list of files on; in the cloud they were read before, and `units` gives their parts. */
export async function compareFiles(...run: Parameters<typeof writeDisagreements>): Promise<JobResult> {
  const [, ports] = run;
  const written = await writeDisagreements(...run);
  return 'outcome' in written ? written : publishDraft(ports, written);
}

/** All that needs the rows: when it is done nobody holds them. */
async function writeDisagreements(
  definition: JobDefinition,
  ports: ComparePorts,
  request: JobRequest,
  plan: RunPlan,
  inputs: RunInputs,
  units?: FileUnits,
): Promise<JobResult | WrittenDraft> {
  const { id, used, required } = definition;
  const progress = (done: number, total: number) => ports.progress.stage(readingStage, done, total);
  const reading = await readSources(inputs.files, plan.reading, plan.profile, used, required, progress, units);
  const refusals = [...inputs.refusals, ...reading.refusals];
  if (refusals.length > 0) return { outcome: 'refused', refusals };

  ports.progress.stage('比对', 0, 1);
  const { findings, payout, breaker } = findDisagreements(definition, plan, request, reading);
  if (breaker.length > 0 && !request.force) return { outcome: 'stopped', reasons: breaker };

  return writeDraft(ports, {
    job: id,
    county: request.county,
    countyName: plan.profile.name,
    period: request.period.text,
    asOf: plan.asOf,
    dueDate: plan.dueDate,
    versions: { program: request.programVersion, ruleSet: ruleSetVersion },
    key: request.key.sample ? 'sample' : 'county',
    profile: { sha256: plan.profileHash, differs: profileDifferences(plan.profile) },
    reading,
    findings,
    payout,
    forced: breaker,
  });
}
