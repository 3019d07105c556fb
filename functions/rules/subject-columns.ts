import type { Cases, HouseholdCase, PersonCase } from '../../schemas/case.ts';
import type { SubjectKind } from '../../schemas/finding.ts';
import type { AnyRow, BankRow, RegistrationRow } from '../../schemas/sources/rows.ts';
import { activeOn } from '../../schemas/values/active.ts';
import type { Day } from '../../schemas/values/day.ts';
import { rowId, rowName, rowsOfPerson } from './row-person.ts';
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

/** The household that a person's printed place and head are of: that of its first active row, else of its first. */
function householdIdOf({ rows }: PersonCase, { cases, asOf }: Printing): string {
  const printed = (candidates: readonly DibaoRow[]) => candidates.find((row) => activeOn(row, asOf)) ?? candidates[0];
  const row = printed(rows.roster) ?? printed(rows.system);
  if (row !== undefined) return cases.household(cases.householdOf(row)).householdId;
  if (rows.registration[0] !== undefined) return rows.registration[0].householdId;
  return rows.list[0] === undefined ? '' : cases.household(cases.householdOf(rows.list[0])).householdId;
}

function personColumns(person: PersonCase, printing: Printing): SubjectColumns {
  const { township, village, headName, name, id, basis } = person;
  const householdId = householdIdOf(person, printing);
  // An id of 18 characters that identifies stands in one case only; others (none, 1.2E+17, 无) may stand in many.
  const unique = id !== '' && rowsOfPerson(person).some((row) => rowId(row)?.normalised === id);
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
  return {
    ...{ ...blank, township, village, householdId, headName, name: headName, idNumber: headId },
    key: householdId === '' ? keyOf(headId, headName, township, village) : householdId,
  };
}

function bankRowColumns({ accountName, idNumber, account, requestedAmount, paidOn }: BankRow): SubjectColumns {
  return {
    ...{ ...blank, name: accountName, idNumber: idNumber.text, account: account.digits },
    key: keyOf(account.digits || account.written, String(requestedAmount), String(paidOn), idNumber.text, accountName),
  };
}

function householdIdOfRow(row: AnyRow, cases: Cases): string {
  if (row.source === 'poverty-registration') return (row as RegistrationRow).householdId;
  const household = cases.householdOf(row);
  return household < 0 ? '' : cases.household(household).householdId;
}

const textOf = (row: AnyRow, field: string) => {
  const value: unknown = (row as unknown as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
};

function rowColumns(row: AnyRow, { cases }: Printing): SubjectColumns {
  if (row.source === 'bank-payout') {
    const columns = bankRowColumns(row as BankRow);
    return { ...columns, account: '', key: keyOf(row.source, columns.key) };
  }
  const { township, village } = subjectPlace('row', { row, person: undefined }, cases);
  const name = rowName(row);
  const idNumber = rowId(row)?.text ?? '';
  const householdId = householdIdOfRow(row, cases);
  return {
    ...{ ...blank, township, village, householdId, headName: textOf(row, 'headName'), name, idNumber },
    key: keyOf(row.source, idNumber, name, township, village, householdId),
  };
}

const gapColumns = ({ source, name, area, township }: GapSubject): SubjectColumns => ({
  ...{ ...blank, township, name },
  key: keyOf(source, area, township),
});

type Columns<Kind extends SubjectKind> = (subject: Subjects[Kind], printing: Printing) => SubjectColumns;

const columns: { readonly [Kind in SubjectKind]: Columns<Kind> } = {
  person: personColumns,
  group: (person, printing) => ({ ...personColumns(person, printing), matchBasis: '' }),
  'registration-household': ({ householdId, head }) => ({
    ...{ ...blank, township: head.township, village: head.village, householdId, headName: head.name },
    ...{ name: head.name, idNumber: head.idNumber.text, key: householdId },
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
