import type { Cases, HouseholdCase, PersonCase } from '../../schemas/case.ts';
import type { SubjectKind } from '../../schemas/finding.ts';
import type { AnyRow, BankRow, RegistrationRow } from '../../schemas/sources/rows.ts';
import { activeOn } from '../../schemas/values/active.ts';
import type { Day } from '../../schemas/values/day.ts';
import type { HouseholdNumbers } from './household-numbers.ts';
import { rowId, rowName } from './row-person.ts';
import type { GapSubject, Subjects } from './rule.ts';
import { subjectPlace } from './subject-place.ts';

/** What the output prints of a subject, and what names it in every period. */
export interface SubjectColumns {
  readonly township: string;
  readonly village: string;
  readonly householdId: string;
  readonly headName: string;
  readonly name: string;
  readonly idNumber: string;
  readonly account: string;
  readonly matchBasis: string;
  /** Goes into the finding's id. Holds no address, and for subjects whose money is asked for anew no period either. */
  readonly key: string;
  /** No other subject of the kind has this key. */
  readonly unique: boolean;
}

interface Printing {
  readonly cases: Cases;
  readonly households: HouseholdNumbers;
  readonly asOf: Day;
}

/** Between the parts of a key: no readable text holds it. */
export const keySeparator = '\u001f';
const keyOf = (...parts: readonly string[]) => parts.join(keySeparator);

const blank = {
  township: '',
  village: '',
  householdId: '',
  headName: '',
  name: '',
  idNumber: '',
  account: '',
  matchBasis: '',
  unique: false,
} as const;

type DibaoRow = PersonCase['rows']['roster' | 'system'][number];

/** The row that a person's printed place and head are of: its first active row, else its first. */
function printedRow(candidates: readonly DibaoRow[], asOf: Day): DibaoRow | undefined {
  if (candidates.length > 1) for (const row of candidates) if (activeOn(row, asOf)) return row;
  return candidates[0];
}

function householdIdOf({ rows }: PersonCase, { cases, households, asOf }: Printing): string {
  const row = printedRow(rows.roster, asOf) ?? printedRow(rows.system, asOf);
  if (row !== undefined) return households.of(cases.householdOf(row));
  if (rows.registration[0] !== undefined) return rows.registration[0].householdId;
  return rows.list[0] === undefined ? '' : households.of(cases.householdOf(rows.list[0]));
}

const identifyingLength = 18;

/** A usable id of a person is the one that is printed: then its characters need not be looked at. */
function holdsId(rows: readonly AnyRow[], id: string): boolean {
  for (const row of rows) {
    const own = rowId(row);
    if (own !== undefined && (own.problem === 'none' || own.normalised === id)) return true;
  }
  return false;
}

/**
 * An id of 18 characters that identifies stands in one case only; others (none, 1.2E+17, 无) may stand in many. Nearly
 * always the first row of the first source says so.
 */
const identifies = (id: string, { rows }: PersonCase): boolean =>
  id.length === identifyingLength &&
  (holdsId(rows.roster, id) ||
    holdsId(rows.system, id) ||
    holdsId(rows.registration, id) ||
    holdsId(rows.destitute, id) ||
    holdsId(rows.death, id) ||
    holdsId(rows.list, id) ||
    holdsId(rows.benefit, id) ||
    holdsId(rows.exclusion, id));

function personColumns(person: PersonCase, printing: Printing): SubjectColumns {
  const { township, village, headName, name, id, basis } = person;
  const householdId = householdIdOf(person, printing);
  const unique = identifies(id, person);
  return {
    township,
    village,
    householdId,
    headName,
    name,
    idNumber: id,
    account: '',
    matchBasis: basis,
    key: unique ? id : keyOf(id, name, township, village, householdId),
    unique,
  };
}

function householdColumns({ township, village, householdId, headName, headId }: HouseholdCase): SubjectColumns {
  const key = householdId === '' ? keyOf(headId, headName, township, village) : householdId;
  return { ...blank, township, village, householdId, headName, name: headName, idNumber: headId, key };
}

function bankRowColumns({ accountName, idNumber, account, requestedAmount, paidOn }: BankRow): SubjectColumns {
  const { digits, written } = account;
  const id = idNumber.text;
  const key = keyOf(digits || written, String(requestedAmount), String(paidOn), id, accountName);
  return { ...blank, name: accountName, idNumber: id, account: digits, key };
}

function householdIdOfRow(row: AnyRow, { cases, households }: Printing): string {
  if (row.source === 'poverty-registration') return (row as RegistrationRow).householdId;
  const household = cases.householdOf(row);
  return household < 0 ? '' : households.of(household);
}

const textOf = (row: AnyRow, field: string) => {
  const value: unknown = (row as unknown as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
};

function rowColumns(row: AnyRow, printing: Printing): SubjectColumns {
  if (row.source === 'bank-payout') {
    const columns = bankRowColumns(row as BankRow);
    return { ...columns, account: '', key: keyOf(row.source, columns.key) };
  }
  const { township, village } = subjectPlace('row', { row, person: undefined }, printing.cases);
  const name = rowName(row);
  const idNumber = rowId(row)?.text ?? '';
  const householdId = householdIdOfRow(row, printing);
  const key = keyOf(row.source, idNumber, name, township, village, householdId);
  return { ...blank, township, village, householdId, headName: textOf(row, 'headName'), name, idNumber, key };
}

const gapColumns = ({ source, name, area, township }: GapSubject): SubjectColumns => ({
  ...blank,
  township,
  name,
  key: keyOf(source, area, township),
});

type Columns<Kind extends SubjectKind> = (subject: Subjects[Kind], printing: Printing) => SubjectColumns;

const columns: { readonly [Kind in SubjectKind]: Columns<Kind> } = {
  person: personColumns,
  group: (person, printing) => ({ ...personColumns(person, printing), matchBasis: '' }),
  'registration-household': ({ householdId, head: { township, village, name, idNumber } }) => ({
    ...{ ...blank, township, village, householdId, headName: name, name, idNumber: idNumber.text, key: householdId },
  }),
  household: householdColumns,
  claim: ({ household, account, basis }, { cases }) => {
    const printed = householdColumns(cases.household(household));
    return { ...printed, account, matchBasis: basis, key: keyOf(printed.key, account) };
  },
  'bank-row': bankRowColumns,
  account: ({ account }) => ({ ...blank, account, key: account }),
  file: ({ source, file }) => ({ ...blank, key: keyOf(source, file) }),
  'file-day': ({ file, day }) => ({ ...blank, key: keyOf(file, String(day)) }),
  row: ({ row }, printing) => rowColumns(row, printing),
  gap: gapColumns,
};

export const subjectColumns = <Kind extends SubjectKind>(
  kind: Kind,
  subject: Subjects[Kind],
  printing: Printing,
): SubjectColumns => (columns[kind] as Columns<Kind>)(subject, printing);
