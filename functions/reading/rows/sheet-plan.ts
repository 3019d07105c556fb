import type { ColumnReport } from '../../../schemas/reading.ts';
import type { Field, FieldTable, Source } from '../../../schemas/sources/source.ts';
import type { MoneyUnit } from '../../../schemas/values/money.ts';
import { type ColumnAssignment, columnReports } from '../headings/assign-columns.ts';
import type { HeadingCell } from '../headings/heading-cells.ts';
import { isRowPerHousehold } from '../headings/missing-fields.ts';
import { normaliseHeading } from '../headings/normalise-heading.ts';

/** A column that a sheet's rows are read from. */
export interface PlannedColumn {
  readonly name: string;
  readonly field: Field;
  /** Zero-based. */
  readonly position: number;
  /** As the file writes it. */
  readonly heading: string;
  readonly unit: MoneyUnit;
  /** Read a second time for another field (one row a household: the head is the person): nothing is judged twice. */
  readonly again: boolean;
  /** A blank cell rejects the row. */
  readonly rejectsBlank: boolean;
  /** An unreadable cell rejects the row; else its value is dropped. */
  readonly rejectsUnreadable: boolean;
  /** What a blank cell stands for, as a cell would hold it. */
  readonly forBlank: string | undefined;
}

/** How the rows of one sheet are read. */
export interface SheetPlan {
  /** From the left. */
  readonly columns: readonly PlannedColumn[];
  /** Fields that have a column, or a value for all rows. */
  readonly given: ReadonlySet<string>;
  /** Values for all rows of the sheet, from its titles. */
  readonly constants: ReadonlyMap<string, string>;
  readonly losers: readonly PlannedColumn[];
  /** Further members side by side: pairs of name and id columns. */
  readonly members: readonly { readonly name: PlannedColumn; readonly id: PlannedColumn | undefined }[];
  /** Positions of the ● columns, from the left. */
  readonly required: readonly number[];
  /** Column of a running number; −1 without. */
  readonly sequenceAt: number;
  readonly fillsHouseholds: boolean;
  readonly reports: readonly ColumnReport[];
  readonly unknown: readonly string[];
}

/** What the parts of a sum decide where no column gives the sum: they are as good as required. */
function sumParts(fields: FieldTable, given: ReadonlySet<string>, categoryIncluded: boolean) {
  const firsts = new Set<string>();
  const seconds = new Set<string>();
  for (const [name, { sumOf }] of Object.entries(fields)) {
    if (sumOf === undefined) continue;
    if (!given.has(name)) firsts.add(sumOf[0]);
    if (!given.has(name) || !categoryIncluded) seconds.add(sumOf[1]);
  }
  return { firsts, seconds };
}

export interface PlanSetting {
  readonly categoryIncluded: boolean;
  /** From titles, sheet or file name. */
  readonly titleValues: ReadonlyMap<string, string>;
}

export function planSheet(
  source: Source,
  assignment: ColumnAssignment,
  { categoryIncluded, titleValues }: PlanSetting,
): SheetPlan {
  const fields = source.fields;
  const { winners, losers, members } = assignment;
  const given = new Set(winners.keys());
  const constants = new Map([...titleValues].filter(([name]) => !given.has(name)));
  const { firsts, seconds } = sumParts(fields, given, categoryIncluded);
  const columnOf = (name: string, cell: HeadingCell, again = false): PlannedColumn => {
    const field = fields[name]!;
    const isRequired = field.requirement === 'required' || firsts.has(name);
    return {
      name,
      field,
      position: cell.position,
      heading: cell.written,
      unit: cell.unit ?? '元',
      again,
      rejectsBlank: !again && isRequired && field.kind !== 'id',
      rejectsUnreadable: !again && (isRequired || seconds.has(name) || field.decides === true),
      forBlank: field.fallbackForBlank === true ? titleValues.get(name) : undefined,
    };
  };
  const columns = [...winners].map(([name, cell]) => columnOf(name, cell));
  for (const [name, from] of fields['name']?.orFrom === undefined ? [] : personsOfHouseholds(assignment)) {
    columns.push(columnOf(name, winners.get(from)!, true));
    given.add(name);
  }
  columns.sort((one, other) => one.position - other.position);
  if (members.length > 0) for (const name of ['name', 'idNumber']) given.add(name);
  for (const name of constants.keys()) given.add(name);
  return {
    columns,
    given,
    constants,
    losers: losers.map(({ field, cell }) => columnOf(field, cell)).filter(({ field }) => comparedKinds.has(field.kind)),
    members: members.map(({ name, id }) => ({ name: columnOf('name', name), id: id && columnOf('idNumber', id) })),
    required: columns
      .filter((column) => !column.again && fields[column.name]!.requirement === 'required')
      .map((column) => column.position),
    sequenceAt: assignment.cells.find(({ written }) => normaliseHeading(written).text === '序号')?.position ?? -1,
    fillsHouseholds: fillsHouseholds(source, assignment),
    reports: columnReports(assignment),
    unknown: assignment.unknown.map(({ written }) => written),
  };
}

/** A like column of another kind may differ as it likes: a place, a date. */
const comparedKinds: ReadonlySet<string> = new Set(['id', 'account', 'money']);

function fillsHouseholds({ id }: Source, { winners, members }: ColumnAssignment): boolean {
  return (id === 'dibao-roster' || id === 'assistance-system') && winners.has('relation') && members.length === 0;
}

/** Where a row is a household, its head's columns are also those of a person, and the other way round. */
function personsOfHouseholds(assignment: ColumnAssignment): readonly (readonly [string, string])[] {
  const { winners, members } = assignment;
  const pairs: [string, string][] = [];
  const also = (name: string, from: string) => {
    if (!winners.has(name) && winners.has(from)) pairs.push([name, from]);
  };
  if (members.length > 0) also('headName', 'name');
  if (!winners.has('headName') && members.length === 0) return pairs;
  if (isRowPerHousehold(assignment) || members.length > 0) {
    also('name', 'headName');
    also('idNumber', 'headId');
    also('headId', 'idNumber');
  }
  return pairs;
}
