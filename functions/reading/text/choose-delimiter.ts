import type { Cell } from '../../../schemas/values/cell.ts';
import type { Limits } from '../limits.ts';
import { RecordSplitter } from './split-records.ts';

/**
 * How well a record serves as a heading row: false or 0 where it is none, else the more known headings the higher.
 * Asked of the first records under each delimiter and, for damaged text, under each encoding.
 */
export type HeadingRecogniser = (cells: readonly Cell[]) => boolean | number;

export interface DelimiterChoice {
  readonly delimiter: string;
  /** Columns of the heading row, or of most of the first records where none is recognised. */
  readonly width: number;
  /** 0 where no heading row was recognised. */
  readonly score: number;
}

/** In order of preference where nothing else decides; the blank stands for runs of white space. */
const delimiters = [',', '\t', '|', ';', ' '];

const recordsScored = 12;
const pieceLength = 2048;

/** Chooses by the heading row among the first 12 records of `sample`, the beginning of a file. */
export function chooseDelimiter(sample: string, recognises: HeadingRecogniser, limits: Limits): DelimiterChoice {
  // Under a wrong delimiter a sound file may look like a thousand columns; the chosen one meets the limits when it is read.
  const lenient = { ...limits, columns: Infinity, cellCharacters: Infinity, recordCharacters: Infinity };
  let ofLines: ReturnType<typeof candidate> | undefined;
  const candidates = delimiters.map((delimiter) => {
    const records = firstRecords(sample, delimiter, lenient);
    // Under each delimiter that does not occur the records are the lines, and looked at once.
    const areLines = delimiter !== ' ' && records.every(({ length }) => length <= 1);
    if (!areLines) return candidate(delimiter, records, recognises);
    ofLines ??= candidate(delimiter, records, recognises);
    return { ...ofLines, delimiter };
  });
  return candidates.reduce((best, next) =>
    next.score > best.score || (next.score === best.score && next.regularity > best.regularity) ? next : best,
  );
}

/** In small pieces, since a dozen records are a small part of the sample. */
function firstRecords(sample: string, delimiter: string, limits: Limits): readonly (readonly Cell[])[] {
  const splitter = new RecordSplitter(delimiter, 0, limits);
  const records: (readonly Cell[])[] = [];
  for (let at = 0; at < sample.length && records.length < recordsScored; at += pieceLength) {
    for (const { cells } of splitter.push(sample.slice(at, at + pieceLength))) records.push(cells);
  }
  if (records.length < recordsScored) for (const { cells } of splitter.end()) records.push(cells);
  splitter.close();
  return records.slice(0, recordsScored);
}

function candidate(delimiter: string, records: readonly (readonly Cell[])[], recognises: HeadingRecogniser) {
  let score = 0;
  let width = 0;
  for (const cells of records) {
    const own = Number(recognises(cells));
    if (own > score || (own > 0 && own === score && cells.length > width)) {
      score = own;
      width = cells.length;
    }
  }
  if (score > 0) return { delimiter, width, score, regularity: width };
  // Without a heading row (a layout by position) the delimiter is the one that cuts most records into equally many cells.
  const often = new Map<number, number>();
  for (const { length } of records) if (length > 1) often.set(length, (often.get(length) ?? 0) + 1);
  const [commonWidth, times] = [...often].sort(([w1, n1], [w2, n2]) => n2 - n1 || w2 - w1)[0] ?? [1, 0];
  return { delimiter, width: commonWidth, score, regularity: times };
}
