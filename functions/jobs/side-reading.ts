import type { CountyProfile } from '../../schemas/county-profile.ts';
import type { ReadingContext } from '../../schemas/reading.ts';
import { type SourceId, sourceIds } from '../../schemas/sources/source.ts';
import { inFileOrder, isSkipped } from '../reading/file-order.ts';
import { type FilePart, type FileUnits, filesReadBefore, filesReadHere, type InboxFile } from '../reading/file-units.ts';
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
  /** The file's part, perhaps still being read; undefined where it was not begun, and now never will be. */
  partOf(key: string): Promise<FilePart> | undefined;
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

/** Each file by whoever comes to it first. Files whose source is not known yet are for the run itself. */
export function filesReadBeside(side: SideReading, keys: ReadonlyMap<InboxFile, string>, profile: CountyProfile): FileUnits {
  const here = filesReadHere(profile);
  return {
    recognise: here.recognise,
    open: (file, source) => {
      const part = side.partOf(keys.get(file) ?? '');
      return part === undefined ? here.open(file, source) : filesReadBefore(() => part).open(file, source);
    },
  };
}
