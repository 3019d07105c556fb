import type { Source } from '../../../schemas/sources/source.ts';
import type { MergedRange, RawRecord } from '../raw-sheet.ts';
import { assignColumns, type ColumnAssignment, headingScore, isHeading } from './assign-columns.ts';
import { type HeadingCell, headingCells, twoLevelCells } from './heading-cells.ts';
import type { HeadingDictionary } from './heading-dictionary.ts';

/** A heading stands in one of a sheet's first rows; titles and dates may stand above. */
export const headingRows = 12;

export interface FoundHeading {
  readonly assignment: ColumnAssignment;
  /** The rows of the heading, one or two. */
  readonly rows: readonly RawRecord[];
  /** Rows above it. */
  readonly above: readonly RawRecord[];
}

/** The row, or two rows, among `records` that name most fields; the first of equal ones, and one row before two. */
export function findHeading(
  source: Source,
  dictionary: HeadingDictionary,
  records: readonly RawRecord[],
  merges: readonly MergedRange[],
): FoundHeading | undefined {
  let best: { readonly at: number; readonly height: number; readonly assignment: ColumnAssignment } | undefined;
  const offer = (at: number, height: number, cells: readonly HeadingCell[]) => {
    const assignment = assignColumns(source, dictionary, cells);
    if (!isHeading(source, assignment)) return;
    if (best === undefined || headingScore(assignment) > headingScore(best.assignment)) best = { at, height, assignment };
  };
  const candidates = records.filter(({ row }) => row <= headingRows);
  for (const [at, record] of candidates.entries()) offer(at, 1, headingCells(record));
  for (const [at, record] of candidates.entries()) {
    const next = candidates[at + 1];
    if (next?.row === record.row + 1) offer(at, 2, twoLevelCells(record, next, merges));
  }
  if (best === undefined) return undefined;
  const { at, height, assignment } = best;
  return { assignment, rows: candidates.slice(at, at + height), above: candidates.slice(0, at) };
}
