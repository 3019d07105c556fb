import type { Cases, HouseholdCase, PersonCase } from '../../schemas/case.ts';
import type { SubjectKind } from '../../schemas/finding.ts';
import type { AnyRow, BankRow, RegistrationRow } from '../../schemas/sources/rows.ts';
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
  /** No other subject of its kind has this key; where one may, a running number tells their findings' ids apart. */
  readonly unique: boolean;
}

/** Stands between the parts of a key. No readable text holds it, so different parts never give one key. */
export const keySeparator = '\u001f';
const keyOf = (...parts: readonly string[]) => parts.join(keySeparator);

/** Columns of one shape for every kind of subject, so that what reads them is compiled once. */
const printed = (columns: Partial<SubjectColumns> & Pick<SubjectColumns, 'key'>): SubjectColumns => ({
  township: columns.township ?? '',
  village: columns.village ?? '',
  householdId: columns.householdId ?? '',
  headName: columns.headName ?? '',
  name: columns.name ?? '',
  idNumber: columns.idNumber ?? '',
  account: columns.account ?? '',
  matchBasis: columns.matchBasis ?? '',
  key: columns.key,
  unique: columns.unique ?? false,
});

/**
 * The household of the printed row. Of somebody who stands in neither book nor registration: the one that they head on the
 * list.
 */
function householdIdOf({ placed, rows }: PersonCase, cases: Cases): string {
  const inBook = placed.source === 'dibao-roster' || placed.source === 'assistance-system';
  if (inBook || placed.source === 'poverty-registration') return householdIdOfRow(placed, cases);
  return rows.list[0] === undefined ? '' : householdIdOfRow(rows.list[0], cases);
}

const identifyingLength = 18;

/** The printed id is that of one case only. Any other text in its cell (none, 1.2E+17, 无) may stand in many cases. */
const identifies = (person: PersonCase, id: string): boolean =>
  person.identified ||
  // 18 characters out of a number cell may have lost their last digits: they count only where another row has them as text.
  (id.length === identifyingLength && rowsOfPerson(person).some((row) => rowId(row)?.normalised === id));

function personColumns(person: PersonCase, cases: Cases): SubjectColumns {
  const { township, village, headName, name, id, basis } = person;
  const householdId = householdIdOf(person, cases);
  const unique = identifies(person, id);
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
  return printed({ township, village, householdId, headName, name: headName, idNumber: headId, key });
}

function bankRowColumns({ accountName, idNumber, account, requestedAmount, paidOn }: BankRow): SubjectColumns {
  const { digits, written } = account;
  const id = idNumber.text;
  const key = keyOf(digits || written, String(requestedAmount), String(paidOn), id, accountName);
  return printed({ name: accountName, idNumber: id, account: digits, key });
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

function rowColumns(row: AnyRow, cases: Cases): SubjectColumns {
  if (row.source === 'bank-payout') {
    const columns = bankRowColumns(row as BankRow);
    return { ...columns, account: '', key: keyOf(row.source, columns.key) };
  }
  const { township, village } = subjectPlace('row', { row, person: undefined }, cases);
  const name = rowName(row);
  const idNumber = rowId(row)?.text ?? '';
  const householdId = householdIdOfRow(row, cases);
  const key = keyOf(row.source, idNumber, name, township, village, householdId);
  return printed({ township, village, householdId, headName: textOf(row, 'headName'), name, idNumber, key });
}

const gapColumns = ({ source, name, area, township }: GapSubject): SubjectColumns =>
  printed({ township, name, key: keyOf(source, area, township) });

type Columns<Kind extends SubjectKind> = (subject: Subjects[Kind], cases: Cases) => SubjectColumns;

const columns: { readonly [Kind in SubjectKind]: Columns<Kind> } = {
  person: personColumns,
  group: (person, cases) => ({ ...personColumns(person, cases), matchBasis: '' }),
  'registration-household': ({ householdId, head: { township, village, name, idNumber } }) =>
    printed({ township, village, householdId, headName: name, name, idNumber: idNumber.text, key: householdId }),
  household: householdColumns,
  claim: ({ household, account, basis }, cases) => {
    const columns = householdColumns(cases.household(household));
    return { ...columns, account, matchBasis: basis, key: keyOf(columns.key, account) };
  },
  'bank-row': bankRowColumns,
  account: ({ account }) => printed({ account, key: account }),
  file: ({ source, file }) => printed({ key: keyOf(source, file) }),
  'file-day': ({ file, day }) => printed({ key: keyOf(file, String(day)) }),
  row: ({ row }, cases) => rowColumns(row, cases),
  gap: gapColumns,
};

export const subjectColumns = <Kind extends SubjectKind>(kind: Kind, subject: Subjects[Kind], cases: Cases): SubjectColumns =>
  (columns[kind] as Columns<Kind>)(subject, cases);
