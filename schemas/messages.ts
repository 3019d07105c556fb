import * as z from 'zod';
import { jobIdSchema } from './job.ts';
import { sourceIds } from './sources/source.ts';

/**
 * What one Lambda says to the next. Keys, hashes and counts only: a message lies in the state machine's history, which
 * more people can read than the buckets.
 */
export const countyCodeSchema = z.string().regex(/^\d{6}$/);
const sourceIdSchema = z.enum(sourceIds);
const count = z.number().int().nonnegative();
/** Name of the execution, whatever the service allows: 1 to 80 characters. What stands tells by it who published it. */
const runName = z.string().regex(/^.{1,80}$/su);

/** One county's part of a run, as the county map hands it to the first step. */
export const runRequestSchema = z.strictObject({
  job: jobIdSchema,
  county: countyCodeSchema,
  /** When the schedule fired, ISO 8601; the period follows from it, in Asia/Shanghai. */
  scheduledTime: z.iso.datetime({ offset: true }),
  /** Named by a person who starts the state machine by hand; '' for the period that `scheduledTime` asks for. */
  period: z.string(),
  /** Publish in spite of the breaker; asked for by a person. */
  force: z.boolean(),
  /** Names of files whose wrong period a person accepts. */
  acceptedPeriods: z.array(z.string()),
  run: runName,
});
export type RunRequest = z.infer<typeof runRequestSchema>;

/** One object of the inbox that a run will read. */
export const inputFileSchema = z.strictObject({
  key: z.string(),
  /** From the folder; null where the file lies above the source folders. */
  source: sourceIdSchema.nullable(),
  size: count,
  /** Name under the run's `snapshots` prefix under which its rows will lie. */
  snapshot: z.string(),
});
export type InputFile = z.infer<typeof inputFileSchema>;

/** What `list-inputs` says: the run's inputs, and where its snapshots will lie. */
export const inputListSchema = z.strictObject({
  job: jobIdSchema,
  county: countyCodeSchema,
  period: z.string(),
  force: z.boolean(),
  run: runName,
  /** Prefix in the snapshot bucket, ending in `/`: those of two runs at once do not mix. */
  snapshots: z.string(),
  /** Tag of `current.json` when the run began; empty where there was none. Publishing replaces that version. */
  currentTag: z.string(),
  /** When the files were listed, ISO 8601, UTC: of two runs the one with the newer files wins. */
  listedAt: z.iso.datetime(),
  files: z.array(inputFileSchema),
});
export type InputList = z.infer<typeof inputListSchema>;

/** What `read-input` takes: of the list what reading needs, and one file. */
export const readRequestSchema = inputListSchema
  .omit({ files: true, currentTag: true, listedAt: true })
  .extend({ file: inputFileSchema });
export type ReadRequest = z.infer<typeof readRequestSchema>;

/** What `read-input` says of one file. A refused file has a snapshot too: it holds the reasons. */
export const readOutcomeSchema = z.strictObject({
  refused: z.boolean(),
  rows: count,
  rejected: count,
});
export type ReadOutcome = z.infer<typeof readOutcomeSchema>;

/** What a job's function takes: the list. How each file was read stands in its snapshot. */
export const compareRequestSchema = inputListSchema;
export type CompareRequest = z.infer<typeof compareRequestSchema>;

/** What a job's function says. `ready`: a whole run lies under its hash, not yet published. */
export const compareOutcomeSchema = z.strictObject({
  job: jobIdSchema,
  county: countyCodeSchema,
  period: z.string(),
  run: runName,
  snapshots: z.string(),
  outcome: z.enum(['ready', 'refused', 'stopped']),
  /** sha256 of the manifest: the run's folder. Empty unless `ready`. */
  manifest: z.string(),
  currentTag: z.string(),
  listedAt: z.iso.datetime(),
  rows: count,
  rejects: count,
  findings: count,
  refusals: count,
});
export type CompareOutcome = z.infer<typeof compareOutcomeSchema>;

/** How a county's run ended. */
export const runOutcomeSchema = z.strictObject({
  job: jobIdSchema,
  county: countyCodeSchema,
  period: z.string(),
  outcome: z.enum(['published', 'unchanged', 'superseded', 'withdrawn', 'refused', 'stopped', 'failed']),
  rows: count,
  rejects: count,
  findings: count,
  refusals: count,
});
export type RunOutcome = z.infer<typeof runOutcomeSchema>;
