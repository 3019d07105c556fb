import type { ReadOutcome, ReadRequest } from '../../../schemas/messages.ts';
import { type FilePart, readPart } from '../../reading/file-units.ts';
import { packPart } from '../../reading/part-snapshot.ts';
import { readingRun } from '../../reading/source-reading.ts';
import { jobs } from '../jobs.ts';
import { openInput } from '../open-input.ts';
import type { ObjectStore } from '../ports.ts';
import { planRun } from '../run-plan.ts';
import { inboxFile } from './inbox-file.ts';
import { basisOf } from './run-basis.ts';
import { noKey, stepRequest } from './step-request.ts';

/**
 * Reads one file of a run into a snapshot. A file that is refused has one too: it holds why, so that all refusals of the
 * run stand in one list. A profile that can't be read is the comparison's to refuse, once.
 */
export async function readInput(
  ports: { readonly inbox: ObjectStore; readonly snapshots: ObjectStore },
  request: ReadRequest,
): Promise<ReadOutcome> {
  const { key, snapshot } = request.file;
  const definition = jobs[request.job];
  const basis = await basisOf(ports.snapshots, request.snapshots);
  const plan = planRun(definition, stepRequest(request, basis, noKey, ''));
  const nothing = { refused: true, rows: 0, rejected: 0 };
  if ('refusals' in plan) return nothing;
  const file = inboxFile(request.file, () => openInput(ports.inbox, key));
  const part = await readPart(file, readingRun(plan.reading), plan.profile, definition.used);
  await ports.snapshots.write(`${request.snapshots}${snapshot}`, await packPart(part));
  return { ...nothing, ...countsOf(part) };
}

function countsOf(part: FilePart): Partial<ReadOutcome> {
  if (part.state !== 'read') return { refused: part.state === 'refused' };
  const { rows } = part.result.report;
  return { refused: part.result.problems.length > 0, rows: rows.read, rejected: rows.rejected };
}
