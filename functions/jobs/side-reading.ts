import type { CountyProfile } from '../../schemas/county-profile.ts';
import type { ReadingContext } from '../../schemas/reading.ts';
import type { SourceId } from '../../schemas/sources/source.ts';
import { type FilePart, type FileUnits, filesReadBefore, type InboxFile } from '../reading/file-units.ts';
import type { InputKey } from './list-inputs.ts';

/** What the files of a run are read for; plain data, which goes between threads. */
export interface SideWork {
  readonly files: readonly InputKey[];
  readonly context: ReadingContext;
  readonly profile: CountyProfile;
  readonly used: readonly SourceId[];
}

/** Files of one run that are being read beside each other. */
export interface SideReading {
  /** The part of the file with this key, once it is read. Rejects where its reader failed. */
  partOf(key: string): Promise<FilePart>;
  /** Frees what reads; parts not taken by then are lost. */
  close(): Promise<void>;
}

/** Undefined where a run is too small to gain by it. */
export type StartSideReading = (work: SideWork) => SideReading | undefined;

/** The files of a run as the comparison asks for them. */
export function filesReadBeside(side: SideReading, files: ReadonlyMap<InboxFile, string>): FileUnits {
  return filesReadBefore((file) => side.partOf(files.get(file) ?? ''));
}
