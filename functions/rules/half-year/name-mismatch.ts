import type { AnyRow } from '../../../schemas/sources/rows.ts';
import { sourceIds } from '../../../schemas/sources/source.ts';
import { byCodePoints } from '../../../schemas/values/code-point-order.ts';
import { namesAgree, namesNearlyAgree } from '../../../schemas/values/person-name.ts';
import { rowId, rowName, rowsOfPerson } from '../row-person.ts';
import { personRule } from '../rule.ts';

type Pair = readonly [AnyRow, AnyRow];

/** One row of each name under each id, by source and then by name: the order of files decides nothing. */
function namesById(rows: readonly AnyRow[]): readonly (readonly AnyRow[])[] {
  const byId = new Map<string, Map<string, AnyRow>>();
  for (const row of rows) {
    const id = rowId(row)?.normalised ?? '';
    if (id === '') continue;
    const names = byId.get(id) ?? new Map<string, AnyRow>();
    byId.set(id, names);
    if (!names.has(rowName(row))) names.set(rowName(row), row);
  }
  const order = (one: AnyRow, other: AnyRow) =>
    sourceIds.indexOf(one.source) - sourceIds.indexOf(other.source) || byCodePoints(rowName(one), rowName(other));
  return [...byId.values()].map((names) => [...names.values()].sort(order));
}

/** The first pair whose names disagree, rather one that does not even nearly agree. */
function disagreeing(rows: readonly AnyRow[]): { readonly pair: Pair; readonly nearly: boolean } | undefined {
  let near: Pair | undefined;
  for (const [at, one] of rows.entries()) {
    for (const other of rows.slice(at + 1)) {
      if (namesAgree(rowName(one), rowName(other))) continue;
      if (!namesNearlyAgree(rowName(one), rowName(other))) return { pair: [one, other], nearly: false };
      near ??= [one, other];
    }
  }
  return near === undefined ? undefined : { pair: near, nearly: true };
}

export const nameMismatch = personRule({
  id: 'name-mismatch',
  title: '同证异名',
  valueHeadings: ['姓名', '同证的另一姓名'],
  clause: '五-1',
  severities: ['error', 'warning'],
  needs: ['dibao-roster', 'poverty-registration'],
  personalValues: 'name',
  only: { has: ['several-names'] },
  message: '同一证件号{id}下的姓名{expected}与{actual}不符，请核对身份证件后更正。',

  find: (person) => {
    const rows = rowsOfPerson(person);
    if (rows.length < 2) return [];
    const name = rowName(rows[0]!);
    if (rows.every((row) => rowName(row) === name)) return [];
    const found = namesById(rows).flatMap((names) => disagreeing(names) ?? []);
    const worst = found.find(({ nearly }) => !nearly) ?? found[0];
    if (worst === undefined) return [];
    const [one, other] = worst.pair;
    const values = { id: { kind: 'id', text: rowId(one)!.text } } as const;
    const severity = worst.nearly ? 'warning' : 'error';
    return [{ severity, expected: rowName(one), actual: rowName(other), at: worst.pair, values }];
  },
});
