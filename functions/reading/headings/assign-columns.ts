import type { ColumnReport } from '../../../schemas/reading.ts';
import type { Source } from '../../../schemas/sources/source.ts';
import type { HeadingCell } from './heading-cells.ts';
import type { HeadingDictionary, HeadingUse } from './heading-dictionary.ts';
import { type MemberColumns, memberColumns } from './member-columns.ts';

/** What a heading row means to a source. */
export interface ColumnAssignment {
  /** The column that each field is read from. */
  readonly winners: ReadonlyMap<string, HeadingCell>;
  /** Like columns that were not taken, each with the field that another column gives. */
  readonly losers: readonly { readonly field: string; readonly cell: HeadingCell }[];
  /** Further members side by side in one row: a wide household. */
  readonly members: readonly MemberColumns[];
  readonly unknown: readonly HeadingCell[];
  /** All headings, from the left. */
  readonly cells: readonly HeadingCell[];
}

/** A form further back in a two-level heading counts less than any alias under an exact one. */
const formStep = 100_000;

const noUses: readonly HeadingUse[] = [];

function usesIn(dictionary: HeadingDictionary, cell: HeadingCell): readonly HeadingUse[] {
  // A dozen rows of data are looked at for each file.
  if (!cell.forms.some((form) => dictionary.uses.has(form))) return noUses;
  return cell.forms.flatMap((form, at) =>
    (dictionary.uses.get(form) ?? []).map(({ field, rank }) => ({ field, rank: rank + at * formStep })),
  );
}

/** One column a field, one field a column: the stronger heading first, of equal ones the first from the left. */
export function assignColumns(source: Source, dictionary: HeadingDictionary, cells: readonly HeadingCell[]): ColumnAssignment {
  const uses = new Map(cells.map((cell) => [cell, usesIn(dictionary, cell)]));
  const usesOf = (cell: HeadingCell) => uses.get(cell)!;
  const wide = 'headName' in source.fields && 'relation' in source.fields && source.id !== 'poverty-registration';
  const members = wide ? memberColumns(cells, usesOf) : [];
  const taken = new Set(members.flatMap(({ name, id }) => (id === undefined ? [name] : [name, id])));
  const wishes = cells
    .filter((cell) => !taken.has(cell))
    .flatMap((cell) => usesOf(cell).map((use) => ({ cell, ...use })))
    .sort((one, other) => one.rank - other.rank || one.cell.position - other.cell.position);
  const winners = new Map<string, HeadingCell>();
  const used = new Set<HeadingCell>(taken);
  for (const { cell, field } of wishes) {
    if (winners.has(field) || used.has(cell)) continue;
    winners.set(field, cell);
    used.add(cell);
  }
  const losers: { field: string; cell: HeadingCell }[] = [];
  const unknown: HeadingCell[] = [];
  for (const cell of cells) {
    if (used.has(cell)) continue;
    const beside = cell.forms.map((form) => dictionary.beside.get(form)).find((each) => each !== undefined);
    const field = beside !== undefined && winners.has(beside.besides) ? beside.field : usesOf(cell)[0]?.field;
    if (field === undefined) unknown.push(cell);
    else if (winners.has(field)) losers.push({ field, cell });
    else winners.set(field, cell);
  }
  return { winners, losers, members, unknown, cells };
}

/** How well a heading row is known: fields and members that it gives. */
export const headingScore = ({ winners, members }: ColumnAssignment): number => winners.size + members.length;

/**
 * False for a row that only chances on a word: 备注 or 村 alone heads no list. One heading is enough where it is one
 * that a file must have, or an id or money.
 */
export function isHeading(source: Source, assignment: ColumnAssignment): boolean {
  if (headingScore(assignment) > 1) return true;
  return [...assignment.winners.keys()].some((name) => {
    const field = source.fields[name]!;
    return field.requirement === 'required' || field.kind === 'id' || field.kind === 'money' || field.kind === 'account';
  });
}

export function columnReports(assignment: ColumnAssignment): readonly ColumnReport[] {
  const fieldOf = new Map<HeadingCell, string>();
  for (const [field, cell] of assignment.winners) fieldOf.set(cell, field);
  for (const { name, id } of assignment.members) {
    fieldOf.set(name, 'name');
    if (id !== undefined) fieldOf.set(id, 'idNumber');
  }
  const lost = new Map(assignment.losers.map(({ field, cell }) => [cell, field]));
  return assignment.cells.map((cell) => ({
    position: cell.position + 1,
    heading: cell.written,
    field: fieldOf.get(cell) ?? lost.get(cell) ?? '',
    loser: lost.has(cell),
  }));
}
