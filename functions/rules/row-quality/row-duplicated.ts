import type { Cases } from '../../../schemas/case.ts';
import type { AnyRow, RegistrationRow, SystemRow } from '../../../schemas/sources/rows.ts';
import { namesAgree } from '../../../schemas/values/person-name.ts';
import { rowId, rowName } from '../row-person.ts';
import { type RowSubject, rowRule } from '../rule.ts';

/** The rows of the subject's own source; no other source is held to have each person once. */
function rowsOfSource({ row, person }: RowSubject): readonly AnyRow[] {
  if (person === undefined) return [];
  const { roster, system, registration, destitute, death } = person.rows;
  return [roster, system, registration, destitute, death].find(([first]) => first?.source === row.source) ?? [];
}

/** A person may rightly stand in two households, two programmes, or two files of the registration. */
function samePlace(one: AnyRow, other: AnyRow, cases: Cases): boolean {
  if (one.source === 'poverty-registration') {
    const [householdId, otherId] = [one, other].map((row) => (row as RegistrationRow).householdId);
    return householdId === otherId && one.address.file === other.address.file;
  }
  if (cases.householdOf(one) !== cases.householdOf(other)) return false;
  return one.source !== 'assistance-system' || (one as SystemRow).programme === (other as SystemRow).programme;
}

export const rowDuplicated = rowRule({
  id: 'row-duplicated',
  title: '重复行',
  clause: '',
  severities: ['list'],
  needs: [],
  only: { has: ['repeated'] },
  message: '{name}（{id}）在同一名册中重复出现，列入清单供清理。',

  find: (subject, { cases }) => {
    const { row } = subject;
    const earlier = rowsOfSource(subject).filter((other) => other.index < row.index);
    if (earlier.length === 0) return [];
    const id = rowId(row)?.normalised ?? '';
    const first = earlier.find(
      (other) =>
        id !== '' && samePlace(other, row, cases) && rowId(other)?.normalised === id && namesAgree(rowName(other), rowName(row)),
    );
    return first === undefined ? [] : [{ expected: '一行', actual: '重复', at: [first, row] }];
  },
});
