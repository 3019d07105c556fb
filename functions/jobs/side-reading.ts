import type { CountyProfile } from '../../schemas/county-profile.ts';
import type { ReadingContext } from '../../schemas/reading.ts';
import { type SourceId, sourceIds } from '../../schemas/sources/source.ts';
import { inFileOrder, isSkipped } from '../reading/file-order.ts';
import {
  type FilePart,
  type FileUnits,
  filesReadBefore,
  filesReadHere,
  type InboxFile,
  readPart,
} from '../reading/file-units.ts';
import { readingRun } from '../reading/source-reading.ts';
import type { InputKey } from './list-inputs.ts';

/** What a second reader is given of a run: plain data, which goes between threads. */
export interface SideWork {
  /** Those of the run's sources, in the order in which the run takes them. */
  readonly files: readonly InputKey[];
  readonly context: ReadingContext;
  readonly profile: CountyProfile;
}

/** A second reader, at work on files that the run has not come to yet. */
export interface SideReading {
  /** Where it stands with a file; undefined where it was not begun, and now never will be. */
  take(key: string): { readonly part: Promise<FilePart>; readonly isRead: boolean } | undefined;
  /** The file that it would begin next, left to the run instead. */
  leaveNext(): InputKey | undefined;
  /** Frees what reads; parts not taken by then are lost. */
  close(): Promise<void>;
}

/** Undefined where a run is too small to gain by it. */
export type StartSideReading = (work: SideWork) => SideReading | undefined;

/** The files of used sources in the order in which a run reads them. */
export function placedFiles(files: readonly InputKey[], used: readonly SourceId[]): readonly InputKey[] {
  const ordered = inFileOrder(files.filter(({ name }) => !isSkipped(name)));
  return sourceIds.filter((id) => used.includes(id)).flatMap((id) => ordered.filter(({ source }) => source === id));
}

/**
 * Each file by whoever comes to it first. While the run waits for one that the other reader is at, it reads the one after
 * it. `files` by their keys; those whose source is not known yet are for the run.
 */
export function filesReadBeside(side: SideReading, files: ReadonlyMap<string, InboxFile>, work: SideWork): FileUnits {
  const here = filesReadHere(work.profile);
  const run = readingRun(work.context);
  const keys = new Map([...files].map(([key, file]) => [file, key]));
  const ahead = new Map<string, FilePart>();
  const readNext = async () => {
    const key = side.leaveNext()?.key ?? '';
    const file = files.get(key);
    if (file !== undefined) ahead.set(key, await readPart(file, run, work.profile, sourceIds));
  };
  const partOf = async (key: string) => {
    const own = ahead.get(key);
    ahead.delete(key);
    const begun = own === undefined ? side.take(key) : undefined;
    if (begun?.isRead === false) await readNext();
    return own ?? begun?.part;
  };
  return {
    recognise: here.recognise,
    open: async (file, source) => {
      const part = await partOf(keys.get(file) ?? '');
      return part === undefined ? here.open(file, source) : filesReadBefore(async () => part).open(file, source);
    },
  };
}
