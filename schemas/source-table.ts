import type { SourceRows } from './sources/rows.ts';
import type { Address, SourceId } from './sources/source.ts';

/**
 * Texts of one run, each distinct text once. Code 0 is the empty text. Equal codes mean equal texts in all tables of
 * the run, so that matching compares integers and no decoded chunk of a file stays pinned by a substring of it.
 */
export interface TextPool {
  intern(text: string): number;
  text(code: number): string;
  readonly size: number;
}

/**
 * Ids of one column, packed. Where `width[row]` is 18, the normalised id is eight digits in `high`, nine in `low` and
 * the check character in `tail` (10 = X). `problem` indexes `idProblems`. Ids of any other form stand only in `text`:
 * what `high` and `low` hold for them means nothing to others.
 */
export interface IdColumn {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly tail: Uint8Array;
  /** 18 where the normalised id has 18 characters, else 0. */
  readonly width: Uint8Array;
  readonly problem: Uint8Array;
  /** Normalised where it has 18 characters, else as written and trimmed. */
  text(row: number): string;
  /** The first 15 digits of a `precision-lost` id that still has them, else ''. */
  lostDigits(row: number): string;
}

/**
 * The accepted rows of one source, in file order, in typed columns. Superseded rows are not in it.
 *
 * `row(index)` makes a small view; views of one row are equal by `source` and `index`, not by reference. Matching reads
 * the columns directly, rules see only views.
 */
export interface SourceTable<Id extends SourceId = SourceId> {
  readonly source: Id;
  readonly length: number;
  /** The run's texts: what the codes of this and every other table stand for. */
  readonly texts: TextPool;
  row(index: number): SourceRows[Id];
  address(index: number): Address;
  /** Pool codes of a `text`, `key`, `choice` or `account` field (an account by its digits, 0 where it is no account). */
  codes(field: string): Int32Array;
  /**
   * Values of a `count`, `money` (fen), `day`, `month`, `start`, `end` field; NaN where blank. `yes` is 1 or 0. The array may
   * be made anew for each call: ask for it once and not for every row, and do not keep it.
   */
  numbers(field: string): Float64Array | Uint8Array;
  ids(field: string): IdColumn;
}

/** Tables of a run. A source without any file is absent. */
export type SourceTables = { readonly [Id in SourceId]?: SourceTable<Id> };
