import type { CountyProfile } from '../../schemas/county-profile.ts';
import { type SourceId, sourceIds } from '../../schemas/sources/source.ts';
import { sources } from '../../schemas/sources/sources.ts';
import { FileRefused } from './file-refused.ts';
import { openFile } from './open-file.ts';
import { type FileResult, type OpenedSource, readFile } from './read-file.ts';
import { headingRecogniser } from './recognise-heading.ts';
import { recogniseSource } from './recognise-source.ts';
import { dictionaryOf, type ReadingRun, type SourceReading, sourceReading } from './source-reading.ts';
import { appendPart, type TablePart, tablePart } from './table/table-part.ts';
import { TextArena } from './table/text-arena.ts';

/** A file as it lies in the inbox: in a source's folder, or directly in the period's and then recognised. */
export interface InboxFile {
  readonly source: SourceId | undefined;
  /** Without folders. */
  readonly name: string;
  /** Bytes, for progress; what is read is counted anew. */
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

type FileFacts = Pick<OpenedSource, 'kind' | 'encoding' | 'delimiter' | 'size' | 'sha256'>;

/** A file that is known to be readable; `read` puts its rows into the run's table. */
export interface FileUnit extends FileFacts {
  read(reading: SourceReading): Promise<FileResult>;
}

/** How a run comes by its files: read here and now, or by somebody else before. Both throw `FileRefused`. */
export interface FileUnits {
  /** The source of a file that lies in none's folder. */
  recognise(file: InboxFile): Promise<SourceId>;
  open(file: InboxFile, source: SourceId): Promise<FileUnit>;
}

/** Reads each file when its turn comes, straight into the run's table. */
export function filesReadHere(profile: CountyProfile): FileUnits {
  const open = (file: InboxFile, candidates: readonly SourceId[]) => {
    const known = candidates.map((id) => ({ source: sources[id], dictionary: dictionaryOf(id, profile) }));
    return openFile(file, headingRecogniser(known, profile));
  };
  return {
    recognise: async (file) => {
      const found = await recogniseSource(await open(file, sourceIds), file.name, profile);
      if (typeof found === 'object') throw new FileRefused(found.reason, found.mend);
      return found;
    },
    open: async (file, source) => {
      const raw = await open(file, [source]);
      return { ...raw, read: (reading) => readFile(raw, file.name, reading) };
    },
  };
}

/** One file read by itself, as plain data: it goes into a snapshot between functions. */
export type FilePart =
  | { readonly state: 'refused'; readonly source: SourceId | undefined; readonly reason: string; readonly mend: string }
  /** Of a source that the run does not use: recognised, and left. */
  | { readonly state: 'unused'; readonly source: SourceId }
  | {
      readonly state: 'read';
      readonly source: SourceId;
      readonly facts: FileFacts;
      readonly result: FileResult;
      readonly table: TablePart;
    };

/** Reads one file without knowing of the others. What the store throws goes through. */
export async function readPart(
  file: InboxFile,
  run: ReadingRun,
  profile: CountyProfile,
  used: readonly SourceId[],
): Promise<FilePart> {
  const units = filesReadHere(profile);
  let source = file.source;
  try {
    source ??= await units.recognise(file);
    if (!used.includes(source)) return { state: 'unused', source };
    const reading = sourceReading(source, profile, run, new TextArena());
    const { kind, encoding, delimiter, size, sha256, read } = await units.open(file, source);
    const result = await read(reading);
    return { state: 'read', source, facts: { kind, encoding, delimiter, size, sha256 }, result, table: tablePart(reading.table) };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { state: 'refused', source, reason: error.reason, mend: error.mend };
  }
}

/** Files that were read before: `partOf` gives each one's part, perhaps still being read. */
export function filesReadBefore(partOf: (file: InboxFile) => Promise<FilePart>): FileUnits {
  const known = async (file: InboxFile) => {
    const part = await partOf(file);
    if (part.state === 'refused') throw new FileRefused(part.reason, part.mend);
    return part;
  };
  return {
    recognise: async (file) => (await known(file)).source,
    open: async (file) => {
      const part = await known(file);
      if (part.state !== 'read') throw new Error('a file that is used was not read');
      return {
        ...part.facts,
        read: async ({ table }) => {
          appendPart(table, part.table);
          return part.result;
        },
      };
    },
  };
}
