/** An object that a listing shows. Keys are `/`-separated and never begin with `/`. */
export interface StoredObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
}

/** A condition on a write: create only, or replace only the version whose tag is given. */
export type WriteCondition = { readonly ifAbsent: true } | { readonly ifTag: string };

// A store's refusals say nothing of the key: whoever sends a file chooses its name.

export class ObjectMissing extends Error {
  override readonly name = 'ObjectMissing';
  override readonly message = 'object missing';
}

/** The object is there, and the store will not give it: held open by another program, no permission, a damaged disk. */
export class ObjectUnreadable extends Error {
  override readonly name = 'ObjectUnreadable';
  override readonly message = 'object unreadable';
}

export class WriteConditionFailed extends Error {
  override readonly name = 'WriteConditionFailed';
  override readonly message = 'write condition failed';
}

/**
 * Where files lie: a folder on a laptop, a bucket in the cloud. One contract suite holds for both.
 * Bodies are streams of byte chunks; a reader that stops half way frees what it holds.
 */
export interface ObjectStore {
  /** All objects below `prefix`, ordered by the code points of their keys. Throws nothing for an empty prefix. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /**
   * Throws `ObjectMissing` or `ObjectUnreadable`. A store may read one chunk after the other into `memory`, where it is
   * given: then each holds until the next is asked for.
   */
  read(key: string, memory?: Uint8Array): AsyncIterable<Uint8Array>;
  /** Tag of the object as it stands, or undefined where there is none. */
  tag(key: string): Promise<string | undefined>;
  /** Whole or not at all. Throws `WriteConditionFailed`. Resolves to the new tag. */
  write(key: string, body: AsyncIterable<Uint8Array> | Uint8Array, condition?: WriteCondition): Promise<string>;
  /** No error where there is none. */
  delete(key: string): Promise<void>;
}

/** Takes the bytes of one output file as they are made; `write` may be awaited for back-pressure. */
export interface ByteSink {
  write(chunk: Uint8Array): void | Promise<void>;
  close(): Promise<void>;
}

/**
 * Where a run's report goes. Nothing of it is visible before `publish`; after `abandon` nothing of it remains.
 */
export interface ReportDraft {
  /** Opens `report.xlsx`, `findings.csv` … for writing. */
  create(name: string): Promise<ByteSink>;
  /** Reads back what was written, for the count before publishing; each chunk holds until the next is asked for. */
  read(name: string): AsyncIterable<Uint8Array>;
  publish(): Promise<Publication>;
  abandon(): Promise<void>;
}

export interface Publication {
  /** Where the report lies, for people. */
  readonly location: string;
  /** sha256 of its manifest, in lower-case hex, where that is what a run is called by (in the cloud). */
  readonly manifest?: string;
  /** False where the earlier report had the same bytes and was left as it is. */
  readonly changed: boolean;
  /** Where an earlier report that people had changed was moved to, if one was. */
  readonly earlier: string | undefined;
  /** What the system would not let be moved or deleted of the report before, though the new one stands. */
  readonly leftBehind?: { readonly folder: string; readonly byPeople: boolean };
}

/** Where a report lies: one county, one period, one job. */
export interface ReportPlace {
  readonly county: string;
  readonly period: string;
  readonly job: string;
}

export interface ReportPublisher {
  draft(place: ReportPlace): Promise<ReportDraft>;
}

/**
 * How a staged run's publication ended: `superseded` where a run of newer files stands, or what stood was withdrawn
 * meanwhile; `withdrawn` where the same result had been published and withdrawn before.
 */
export type RunPublication = 'published' | 'unchanged' | 'superseded' | 'withdrawn';

/** The runs of a place in the cloud: each staged under the hash of its manifest, one of them named as the one that stands. */
export interface RunShelf {
  /** The run that stands and the tag to replace it by; undefined where none does. */
  current(place: ReportPlace): Promise<{ readonly manifest: string; readonly tag: string } | undefined>;
  /**
   * Names a staged run if the run that stands is still the one with `expectedTag` ('' for none), or is one that listed its
   * files earlier.
   */
  publish(
    place: ReportPlace,
    run: { readonly manifest: string; readonly by: string; readonly publishedAt: string; readonly listedAt: string },
    expectedTag: string,
  ): Promise<RunPublication>;
  /** Keeps the files of a published run from being deleted until that time (ISO 8601, UTC). */
  lock(place: ReportPlace, manifest: string, until: string): Promise<void>;
}

/** The report that stands could not be replaced, because somebody has it open. It is whole. The message is empty of paths. */
export class ReportHeldOpen extends Error {
  override readonly name = 'ReportHeldOpen';
  /** File name without folders, '' where only the folder is known. */
  readonly file: string;

  constructor(file: string) {
    super('report held open');
    this.file = file;
  }
}

/** The report that stands was changed by people, and there is no place where it could be kept. It is whole. */
export class WorkNotKept extends Error {
  override readonly name = 'WorkNotKept';
}

/** Tells how far a job is; on a terminal a bar, elsewhere lines, in the cloud nothing. */
export interface Progress {
  stage(name: string, done: number, total: number): void;
}

/** The stage of reading: its total is the bytes of the inbox. */
export const readingStage = '读取';
