import type { Reject, RejectedRow } from './reject.ts';
import type { SourceTables } from './source-table.ts';
import type { Address, SourceId } from './sources/source.ts';
import type { Day } from './values/day.ts';

/** A 小计, 合计 or 总计 figure beside the sum of the rows that it speaks of. */
export interface ControlTotal {
  readonly address: Address;
  readonly level: '小计' | '合计' | '总计';
  /** Heading of the column as written, or 笔数 for a count. */
  readonly column: string;
  /** Fen, or rows where `count`. */
  readonly stated: number;
  readonly summed: number;
  readonly count: boolean;
  /** Rejected rows stand among the rows summed. */
  readonly overRejectedRows: boolean;
}

/** One column that a heading row shows. */
export interface ColumnReport {
  /** From 1. */
  readonly position: number;
  readonly heading: string;
  /** The field read from it; '' for an unknown column. */
  readonly field: string;
  /** A like column that was not taken (未采用的同类列). */
  readonly loser: boolean;
}

export interface SheetReport {
  readonly sheet: string;
  /** 已读 or why the sheet was skipped, in Chinese. */
  readonly outcome: string;
  /** The heading row (the lower of two), 0 where the layout comes from the profile. */
  readonly headingRow: number;
  readonly columns: readonly ColumnReport[];
}

/** A word that is none of a field's, with how often it stands and a profile line ready to paste; '' for a word that is not shown. */
export interface UnknownWord {
  readonly field: string;
  readonly word: string;
  readonly count: number;
  readonly profileLine: string;
}

/** All that is to be said of one file that was read. */
export interface FileReport {
  readonly source: SourceId;
  /** File name without folders. */
  readonly file: string;
  readonly kind: 'text' | 'xlsx' | 'xls' | 'html';
  readonly encoding: string | undefined;
  readonly delimiter: string | undefined;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly sheets: readonly SheetReport[];
  /** read = accepted + rejected; superseded ones are among the accepted. */
  readonly rows: {
    readonly read: number;
    readonly accepted: number;
    readonly rejected: number;
    readonly superseded: number;
    readonly blank: number;
    readonly heading: number;
    readonly total: number;
    readonly note: number;
  };
  /** Repairs by kind: `full-width`, `lower-x`, `apostrophe`, `space`, `filled-from-household`, `account-unreadable`, `undecodable` … */
  readonly repairs: Readonly<Record<string, number>>;
  readonly unknownColumns: readonly string[];
  readonly unknownWords: readonly UnknownWord[];
  /** Chinese sentences: losers that differ, empty files, data older than six months … */
  readonly remarks: readonly string[];
  /** 数据时点 from title, sheet or file name. */
  readonly dataDay: Day | undefined;
  /** Name of the file with the same bytes that was read in its place. */
  readonly sameAs: string | undefined;
  readonly controlTotals: readonly ControlTotal[];
}

/** Why an input is refused: Chinese sentences with file, sheet, row, column, value and mend as far as they apply. */
export interface Refusal {
  /** File name without folders; '' for the whole run. */
  readonly file: string;
  readonly source: SourceId | undefined;
  readonly reason: string;
  readonly mend: string;
}

/** The whole input of a run, read. */
export interface ReadingResult {
  readonly tables: SourceTables;
  readonly files: readonly FileReport[];
  /** In file order. Includes `rejectedRows`. */
  readonly rejects: readonly Reject[];
  readonly rejectedRows: readonly RejectedRow[];
  readonly refusals: readonly Refusal[];
  /** Files skipped by name (`~$…`, Thumbs.db …). */
  readonly skippedFiles: number;
  /** Sources with files that the job does not use: unread, and said. */
  readonly unusedSources: readonly SourceId[];
}

/** What reading needs to know of the run. */
export interface ReadingContext {
  readonly county: string;
  /** `2020H1`, `2020Q3` or `2020-06`. */
  readonly period: string;
  readonly asOf: Day;
  /** The later of the as-of date and the period's last day: a birth after it is no real day. */
  readonly latestBirth: Day;
  /** File names whose wrong period is accepted. */
  readonly acceptedPeriods: ReadonlySet<string>;
}
