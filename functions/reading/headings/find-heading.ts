import type { Source } from '../../../schemas/sources/source.ts';
import { isBlank } from '../../../schemas/values/blank-characters.ts';
import { readText } from '../../../schemas/values/text.ts';
import type { MergedRange, RawRecord } from '../raw-sheet.ts';
import { assignColumns, type ColumnAssignment, headingScore, isHeading } from './assign-columns.ts';
import { holdsPeople } from './data-words.ts';
import { type HeadingCell, headingCells, namesPeople, twoLevelCells } from './heading-cells.ts';
import type { HeadingDictionary } from './heading-dictionary.ts';
import { missingFields } from './missing-fields.ts';

/** A heading stands in one of a sheet's first rows; titles and dates may stand above. */
export const headingRows = 12;

export interface FoundHeading {
  readonly assignment: ColumnAssignment;
  /** The rows of the heading, one or two. */
  readonly rows: readonly RawRecord[];
  /** Rows above it. */
  readonly above: readonly RawRecord[];
}

interface Candidate {
  readonly at: number;
  readonly height: number;
  readonly assignment: ColumnAssignment;
}

/** A row of several cells that says nothing in any column known so far is the heading's lower level, not data. */
const continues = ({ assignment }: Candidate, { cells }: RawRecord): boolean =>
  cells.filter((cell) => !isBlank(cell)).length > 1 &&
  [...assignment.winners.values()].every(({ position }) => isBlank(cells[position]));

/** As an id, an account or a telephone number has them; a heading may name a day. */
const longNumber = /\d{10}/;

/** 户主 beside somebody's number is a relation, not a heading, and a refusal would repeat what stands there. */
const isData = ({ cells }: RawRecord): boolean => cells.some((cell) => longNumber.test((readText(cell) ?? '').normalize('NFKC')));

const nothingGiven: ReadonlySet<string> = new Set();

/**
 * The row, or two rows, among `records` that name most fields; the first of equal ones, and one row before two unless
 * the second level brings a column that a file must have (保障人数 over 重点保障人数 costs the one to win the other).
 */
export function findHeading(
  source: Source,
  dictionary: HeadingDictionary,
  records: readonly RawRecord[],
  merges: readonly MergedRange[],
): FoundHeading | undefined {
  const candidates = records.filter(({ row }) => row <= headingRows);
  const missing = (assignment: ColumnAssignment) => missingFields(source, assignment, nothingGiven).length;
  let best: Candidate | undefined;
  const offer = (at: number, height: number, cells: readonly HeadingCell[]) => {
    const assignment = assignColumns(source, dictionary, cells);
    if (!isHeading(source, assignment) || holdsPeople(candidates[at]!.cells, headingScore(assignment))) return;
    const more = headingScore(assignment) - (best === undefined ? 0 : headingScore(best.assignment));
    const below = more === 0 && height === 2 && best?.at === at ? candidates[at + 1]! : undefined;
    const deeper = below !== undefined && (continues(best!, below) || missing(assignment) < missing(best!.assignment));
    if (more > 0 || deeper) best = { at, height, assignment };
  };
  for (const [at, record] of candidates.entries()) {
    const above = candidates[at - 1];
    const underPeople = above?.row === record.row - 1 && namesPeople(above);
    if (!underPeople && !isData(record)) offer(at, 1, headingCells(record));
  }
  for (const [at, record] of candidates.entries()) {
    const next = candidates[at + 1];
    if (next?.row === record.row + 1 && !isData(record) && !isData(next)) offer(at, 2, twoLevelCells(record, next, merges));
  }
  if (best === undefined) return undefined;
  const { at, height, assignment } = best;
  return { assignment, rows: candidates.slice(at, at + height), above: candidates.slice(0, at) };
}
