import type { Cell } from '../../schemas/values/cell.ts';
import type { TextRecords } from './text/text-records.ts';

/** One record before anybody knows what its columns mean. */
export interface RawRecord {
  /** Row as the spreadsheet shows it, from 1; for text the record's number. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Records that come together: those of a text as places in it, which hold until the next batch is asked for. */
export type RecordBatch = readonly RawRecord[] | TextRecords;

/** A merged range, zero-based columns, rows as shown (from 1), all inclusive. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * A sheet as bytes became cells. Text files are one visible sheet with an empty name. `batches` may be read once, to its
 * end or given up; it reads no further than asked, so a sheet's memory is that of its largest batch.
 */
export interface RawSheet {
  readonly name: string;
  readonly visible: boolean;
  /** False for chart and macro sheets: skipped, and said. */
  readonly tabular: boolean;
  /** Read before the rows; large sheets without merges pay nothing. */
  merges(): Promise<readonly MergedRange[]>;
  batches(): AsyncIterable<RecordBatch>;
}

/** What kind of file the content is, whatever its name says. */
export type FileKind = 'text' | 'xlsx' | 'xls' | 'html';

/** A file opened: its kind, its encoding (text only), its sheets in order. */
export interface RawFile {
  readonly kind: FileKind;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | undefined;
  /** ',', '\t', '|', ';' or ' ' (runs of white space); text only. */
  readonly delimiter: string | undefined;
  readonly sheets: readonly RawSheet[];
}
