import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Publication,
  type ReportDraft,
  ReportHeldOpen,
  type ReportPlace,
  type ReportPublisher,
  WorkNotKept,
} from '../jobs/ports.ts';
import { isAlive, LockBusy, releaseLocks, withFileLock } from './file-lock.ts';
import { FolderDraft } from './folder-draft.ts';
import { diskSteps, type FolderSteps } from './folder-steps.ts';
import { heldOpen } from './open-elsewhere.ts';
import { reportState, sameManifest } from './published-report.ts';
import { type ReportPaths, reportPaths } from './report-paths.ts';

export interface FolderPublisher extends ReportPublisher {
  /** Puts right what an interrupted run left. Resolves to true where there was something. */
  repair(place: ReportPlace): Promise<boolean>;
  /** Takes away everything unpublished of this process, at once: for the end by a signal. */
  discardAll(): void;
}

/**
 * Publishes reports as `<out>/<county>/<period>/<job>/` by two renames: the folder before away, the new one in. A report
 * that people have changed is kept under `earlier/`, one that is the same stays as it is. `publish` throws
 * `ReportHeldOpen` or `WorkNotKept` with the report before whole.
 */
export function folderPublisher(out: string, steps: FolderSteps = diskSteps): FolderPublisher {
  const drafts = new Set<FolderDraft>();
  return {
    draft: async (place) => {
      const paths = reportPaths(out, place);
      const draft = new FolderDraft(join(paths.home, `${paths.draftPrefix}${process.pid}-${randomUUID().slice(0, 8)}`));
      drafts.add(draft);
      return draftOf(draft, paths, steps, () => drafts.delete(draft));
    },
    repair: async (place) => {
      const paths = reportPaths(out, place);
      if (!existsSync(paths.home)) return false;
      return needsRepair(paths) ? withFileLock(paths.lock, () => repair(paths, steps)) : false;
    },
    discardAll: () => {
      releaseLocks();
      for (const draft of drafts) draft.discard();
    },
  };
}

function draftOf(draft: FolderDraft, paths: ReportPaths, steps: FolderSteps, done: () => void): ReportDraft {
  return {
    create: async (name) => draft.create(name),
    read: (name) => draft.readPassing(name),
    publish: async () => {
      const publication = await withFileLock(paths.lock, () => publish(draft, paths, steps)).catch(heldWhereLocked);
      done();
      return publication;
    },
    abandon: async () => {
      draft.discard();
      done();
    },
  };
}

/** Another run that publishes at this moment holds the report as a person would. */
function heldWhereLocked(error: unknown): never {
  throw error instanceof LockBusy ? new ReportHeldOpen('') : error;
}

async function publish(draft: FolderDraft, paths: ReportPaths, steps: FolderSteps): Promise<Publication> {
  await repair(paths, steps);
  const state = await reportState(paths.report);
  if (state === 'as-published' && sameManifest(paths.report, draft.folder)) {
    draft.discard();
    return { location: paths.report, changed: false, earlier: undefined };
  }
  if (state !== 'absent') mustBeClosed(paths);
  // Before anything is moved: where people's work could not be kept, all stays as it is.
  if (state === 'changed') mustBeKeepable(paths);
  if (state !== 'absent') moveAway(paths, steps);
  bringIn(draft.folder, paths, steps);
  const published = { location: paths.report, changed: true };
  return state === 'absent'
    ? { ...published, earlier: undefined }
    : { ...published, ...tidied(state === 'changed', paths, steps) };
}

/** The new report stands, so that a fault in what is left to do is no fault of the run; the next one tries again. */
function tidied(byPeople: boolean, paths: ReportPaths, steps: FolderSteps): Pick<Publication, 'earlier' | 'leftBehind'> {
  try {
    return { earlier: putAway(byPeople, paths, steps) };
  } catch {
    const folder = [paths.old, ...trashOf(paths)].find((path) => existsSync(path)) ?? paths.old;
    return { earlier: undefined, leftBehind: { folder, byPeople } };
  }
}

function mustBeClosed({ report }: ReportPaths): void {
  const file = heldOpen(report);
  if (file !== undefined) throw new ReportHeldOpen(file);
}

function mustBeKeepable({ earlier }: ReportPaths): void {
  try {
    mkdirSync(earlier, { recursive: true });
    accessSync(earlier, constants.W_OK | constants.X_OK);
  } catch {
    throw new WorkNotKept('earlier not writable');
  }
}

function moveAway(paths: ReportPaths, steps: FolderSteps): void {
  try {
    steps.rename(paths.report, paths.old);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['EBUSY', 'EPERM', 'EACCES'].includes(code)) throw new ReportHeldOpen('');
    throw error;
  }
}

function bringIn(draft: string, paths: ReportPaths, steps: FolderSteps): void {
  try {
    steps.rename(draft, paths.report);
  } catch (error) {
    if (existsSync(paths.old)) steps.rename(paths.old, paths.report);
    throw error;
  }
}

/** Keeps the report before where people have worked in it; else deletes it, by way of a name that never counts as a report. */
function putAway(keep: boolean, paths: ReportPaths, steps: FolderSteps): string | undefined {
  if (keep) {
    mkdirSync(paths.earlier, { recursive: true });
    const place = join(paths.earlier, `${paths.job}-${nextNumber(paths)}`);
    steps.rename(paths.old, place);
    return place;
  }
  const trash = freeTrash(paths);
  steps.rename(paths.old, trash);
  steps.remove(trash);
  return undefined;
}

/** What earlier runs could not delete. */
function trashOf({ home, trash }: ReportPaths): readonly string[] {
  return readdirSync(home)
    .map((name) => join(home, name))
    .filter((path) => path === trash || path.startsWith(`${trash}-`));
}

function freeTrash(paths: ReportPaths): string {
  const taken = trashOf(paths).length;
  return taken === 0 ? paths.trash : `${paths.trash}-${taken}-${process.pid}`;
}

function nextNumber({ earlier, job }: ReportPaths): number {
  const numbers = readdirSync(earlier).map((name) => (name.startsWith(`${job}-`) ? Number(name.slice(job.length + 1)) : 0));
  return Math.max(0, ...numbers.filter(Number.isInteger)) + 1;
}

function needsRepair(paths: ReportPaths): boolean {
  return existsSync(paths.old) || trashOf(paths).length > 0 || deadDrafts(paths).length > 0;
}

/**
 * Back to the report before where the new one had not come in; else the rest of the publishing is done, as far as the
 * system lets it be. False where there was nothing that could be put right.
 */
async function repair(paths: ReportPaths, steps: FolderSteps): Promise<boolean> {
  const left = [...trashOf(paths), ...deadDrafts(paths).map((name) => join(paths.home, name))];
  let isRight = false;
  for (const folder of left) isRight = succeeds(() => steps.remove(folder)) || isRight;
  if (!existsSync(paths.old)) return isRight;
  if (!existsSync(paths.report)) {
    steps.rename(paths.old, paths.report);
    return true;
  }
  const byPeople = (await reportState(paths.old)) === 'changed';
  return succeeds(() => putAway(byPeople, paths, steps)) || isRight;
}

function succeeds(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}

/** Drafts of this machine whose process is gone; another machine's on a shared disk may be alive. */
function deadDrafts({ home, draftPrefix }: ReportPaths): readonly string[] {
  const drafts = readdirSync(home).filter((name) => name.startsWith(draftPrefix));
  return drafts.filter((name) => !isAlive(Number.parseInt(name.slice(draftPrefix.length), 10)));
}
