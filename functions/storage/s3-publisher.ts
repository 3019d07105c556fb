import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import {
  ObjectMissing,
  type ObjectStore,
  type Publication,
  type ReportPlace,
  type ReportPublisher,
  type RunPublication,
  WriteConditionFailed,
} from '../jobs/ports.ts';
import { FolderDraft } from './folder-draft.ts';

/** `<county>/<period>/<job>/current.json`: which run stands, and who published it when. */
const currentRunSchema = z.object({
  /** sha256 of the run's manifest: the folder that its files lie in. */
  manifest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Name of the execution. */
  by: z.string(),
  /** ISO 8601, UTC. */
  publishedAt: z.string(),
  /** When the run listed its files, ISO 8601, UTC. Publications of earlier versions do not say. */
  listedAt: z.iso.datetime().optional(),
});
export type CurrentRun = z.infer<typeof currentRunSchema>;

const prefixOf = ({ county, period, job }: ReportPlace): string => `${county}/${period}/${job}/`;
const currentKey = (place: ReportPlace): string => `${prefixOf(place)}current.json`;
/** Whoever withdraws a run puts this into its folder: the same inputs would publish it again, the next time they are run. */
const withdrawnKey = (place: ReportPlace, manifest: string): string => `${prefixOf(place)}${manifest}/withdrawn.json`;

/**
 * Writes runs into a bucket without showing them: a draft is made in `scratch` (the function's own disk), and its
 * `publish` puts the files under `<county>/<period>/<job>/<sha256 of the manifest>/`, the manifest last. Nobody is sent
 * there before `publishRun` has named that hash in `current.json`.
 */
export function s3Publisher(reports: ObjectStore, scratch: string): ReportPublisher {
  return {
    draft: async (place) => {
      const draft = new FolderDraft(join(scratch, `run-${randomUUID()}`));
      return {
        create: async (name) => draft.create(name),
        read: (name) => draft.readPassing(name),
        publish: async () => {
          try {
            return await stage(reports, place, draft);
          } finally {
            draft.discard();
          }
        },
        abandon: async () => draft.discard(),
      };
    },
  };
}

async function stage(reports: ObjectStore, place: ReportPlace, draft: FolderDraft): Promise<Publication> {
  const hash = createHash('sha256');
  for await (const chunk of draft.read('manifest.json')) hash.update(chunk);
  const manifest = hash.digest('hex');
  const location = `${prefixOf(place)}${manifest}/`;
  const staged = { location, manifest, earlier: undefined };
  // A run of the same inputs may have put the same bytes there already; a manifest says that all before it is whole.
  if ((await reports.tag(`${location}manifest.json`)) !== undefined) return { ...staged, changed: false };
  const names = readdirSync(draft.folder).filter((name) => name !== 'manifest.json');
  for (const name of [...names.sort(), 'manifest.json']) await putOnce(reports, `${location}${name}`, () => draft.read(name));
  return { ...staged, changed: true };
}

/** Two runs at once with the same manifest write the same bytes, so what is there already is as good. */
async function putOnce(reports: ObjectStore, key: string, body: () => AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await reports.write(key, body(), { ifAbsent: true });
  } catch (error) {
    if (!(error instanceof WriteConditionFailed)) throw error;
  }
}

/** The run that stands and the tag of its `current.json`; undefined where none was published or it was withdrawn. */
export async function currentRun(
  reports: ObjectStore,
  place: ReportPlace,
): Promise<(CurrentRun & { readonly tag: string }) | undefined> {
  const key = currentKey(place);
  const tag = await reports.tag(key);
  if (tag === undefined) return undefined;
  try {
    return { ...currentRunSchema.parse(await json(reports.read(key))), tag };
  } catch (error) {
    // Withdrawn between the two looks.
    if (error instanceof ObjectMissing) return undefined;
    throw error;
  }
}

/** What to say where the same result stands already: a step that is tried again has published it itself, at its first try. */
const toldOf = (standing: CurrentRun | undefined, run: CurrentRun): RunPublication | undefined => {
  if (standing?.manifest !== run.manifest) return undefined;
  return standing.by === run.by ? 'published' : 'unchanged';
};

/** Whether a run may take the place of one that was published since it began: its files were listed later. */
function isNewer(run: CurrentRun, standing: CurrentRun): boolean {
  if (run.listedAt === undefined || standing.listedAt === undefined) return false;
  return Date.parse(run.listedAt) > Date.parse(standing.listedAt);
}

/** Each try but the last is overtaken by another run's publication, and those are few. */
const publishTries = 8;

/**
 * Makes a staged run the one that stands, if `current.json` is still the version with `expectedTag` ('' for none), or
 * names a run of older files. Says `unchanged` where another run with the same result stands already, `superseded` where
 * newer files' result stands, or what stood when this run began was withdrawn, `withdrawn` where this very result once was:
 * then the staged run is never shown.
 */
export async function publishRun(
  reports: ObjectStore,
  place: ReportPlace,
  run: CurrentRun,
  expectedTag: string,
): Promise<RunPublication> {
  const told = toldOf(await currentRun(reports, place), run);
  if (told !== undefined) return told;
  if ((await reports.tag(withdrawnKey(place, run.manifest))) !== undefined) return 'withdrawn';
  let tag = expectedTag;
  for (let tries = 0; tries < publishTries; tries++) {
    if (await replaced(reports, place, run, tag)) return 'published';
    const standing = await currentRun(reports, place);
    const said = toldOf(standing, run);
    if (said !== undefined) return said;
    if (standing === undefined || !isNewer(run, standing)) return 'superseded';
    tag = standing.tag;
  }
  throw new WriteConditionFailed();
}

/** False where `current.json` is no longer the version with `tag`. */
async function replaced(reports: ObjectStore, place: ReportPlace, run: CurrentRun, tag: string): Promise<boolean> {
  const body = Buffer.from(`${JSON.stringify(run, undefined, 2)}\n`);
  try {
    await reports.write(currentKey(place), body, tag === '' ? { ifAbsent: true } : { ifTag: tag });
    return true;
  } catch (error) {
    if (error instanceof WriteConditionFailed) return false;
    throw error;
  }
}
