import type { CountyProfile } from '../../schemas/county-profile.ts';
import { type SourceId, sourceIds } from '../../schemas/sources/source.ts';
import { sources } from '../../schemas/sources/sources.ts';
import { type ColumnAssignment, headingScore } from './headings/assign-columns.ts';
import { findHeading } from './headings/find-heading.ts';
import { headingsSeen } from './headings/headings-seen.ts';
import { missingFields } from './headings/missing-fields.ts';
import type { RawFile } from './raw-sheet.ts';
import { listed, noHeadings, type Problem } from './refusals.ts';
import { readSheetHead } from './sheet-head.ts';
import { dictionaryOf } from './source-reading.ts';
import { titlesOf } from './titles/title-text.ts';
import { titleValues } from './titles/title-values.ts';

interface Candidate {
  readonly id: SourceId;
  readonly score: number;
  readonly missing: readonly string[];
  /** Positions of the columns that it knows. */
  readonly known: ReadonlySet<number>;
}

const shown = 3;

function nearest(candidates: readonly Candidate[]): string {
  const near = candidates.filter(({ score }) => score > 0).slice(0, shown);
  const texts = near.map(({ id, missing }) => {
    const headings = missing.map((name) => sources[id].fields[name]!.heading);
    return `${sources[id].name}（${headings.length === 0 ? '必需的列齐全' : `缺少 ${headings.join('、')}`}）`;
  });
  return texts.length === 0 ? '没有相近的来源' : `最接近的来源：${texts.join('；')}`;
}

function knownColumns({ winners, members }: ColumnAssignment): ReadonlySet<number> {
  const cells = [...winners.values(), ...members.flatMap(({ name, id }) => (id === undefined ? [name] : [name, id]))];
  return new Set(cells.map(({ position }) => position));
}

/** What these need every list of persons has. */
const plainest: ReadonlySet<SourceId> = new Set(['destitute-roster', 'exclusion-register']);

/** A fuller list that lacks one column: taken for the plain one, it would accuse people of what it does not say. */
const isNearly = (one: Candidate, fitting: Candidate): boolean =>
  plainest.has(fitting.id) &&
  one.missing.length === 1 &&
  one.known.size > fitting.known.size &&
  [...fitting.known].every((at) => one.known.has(at));

/**
 * The source of a file that lies in no source's folder, by its heading row: the one that has all the columns it needs
 * and knows most of them. A list of persons has all that a register of persons needs, so that only the fullest fits; and
 * where a fuller one lacks a single column, nobody knows which of the two is meant.
 */
export async function recogniseSource(raw: RawFile, name: string, profile: CountyProfile): Promise<SourceId | Problem> {
  let candidates: readonly Candidate[] = [];
  let seen: readonly string[] = [];
  for (const sheet of raw.sheets) {
    if (!sheet.visible || !sheet.tabular) continue;
    const merges = await sheet.merges();
    const { records, giveUp } = await readSheetHead(sheet);
    await giveUp();
    const found = sourceIds.flatMap((id): readonly Candidate[] => {
      const heading = findHeading(sources[id], dictionaryOf(id, profile), records, merges);
      if (heading === undefined) return [];
      const given = titleValues(sources[id].fields, titlesOf(heading.above, sheet.name, name));
      const missing = missingFields(sources[id], heading.assignment, new Set(given.keys()));
      return [{ id, score: headingScore(heading.assignment), missing, known: knownColumns(heading.assignment) }];
    });
    const better = Math.max(0, ...found.map(({ score }) => score)) > Math.max(0, ...candidates.map(({ score }) => score));
    if (better) candidates = found;
    if (better || seen.length === 0) seen = headingsSeen(records);
  }
  const whole = candidates.filter(({ missing }) => missing.length === 0);
  const best = Math.max(0, ...whole.map(({ score }) => score));
  const fitting = whole.filter(({ score }) => score === best);
  const [only] = fitting;
  const isSure = only !== undefined && fitting.length === 1 && !candidates.some((one) => isNearly(one, only));
  if (isSure) return only.id;
  const sorted = [...candidates].sort((one, other) => one.missing.length - other.missing.length || other.score - one.score);
  const why =
    fitting.length === 0 ? '表头不符合任何来源' : fitting.length > 1 ? '表头同时符合多个来源' : '表头像是另一来源而缺少一列';
  return {
    reason: `${why}。${seen.length === 0 ? noHeadings : `看到的表头：${listed(seen)}`}。${nearest(sorted)}。`,
    mend: `请放入对应来源的文件夹（如 ${sorted[0]?.id ?? 'dibao-roster'}）后重试。`,
  };
}
