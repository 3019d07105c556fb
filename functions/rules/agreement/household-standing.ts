import type { HouseholdCase } from '../../../schemas/case.ts';
import type { ListRow, RosterRow, SystemRow } from '../../../schemas/sources/rows.ts';
import type { Fen } from '../../../schemas/values/money.ts';

/** The two books that the list is held against. */
export const registers = ['dibao-roster', 'assistance-system'] as const;
export type Register = (typeof registers)[number];
export type RegisterRow = RosterRow | SystemRow;

export const registerNames: Readonly<Record<Register, string>> = { 'dibao-roster': '低保台账', 'assistance-system': '救助系统' };

/** The rows by which a household stands in a book on the as-of date. Empty: it is not in it. */
export const rowsIn = (household: HouseholdCase, register: Register): readonly RegisterRow[] =>
  register === 'dibao-roster' ? household.inRoster : household.inSystem;

/** Rows that put a household on the list; 补发 and 扣减 alone do not. */
export const regularRows = (household: HouseholdCase): readonly ListRow[] => household.list.filter(({ kind }) => kind === '正常');

/** The values of rows as a set without blanks, in row order. */
export function distinct<Row, Value>(rows: readonly Row[], pick: (row: Row) => Value | undefined): readonly Value[] {
  const values = new Set<Value>();
  for (const row of rows) {
    const value = pick(row);
    if (value !== undefined && value !== '') values.add(value);
  }
  return [...values];
}

export const sameSet = <Value>(one: readonly Value[], other: readonly Value[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value));

/** The row whose monthly amount counts where the rows disagree: the largest. Undefined where none gives an amount. */
export function largestAmountRow<Row extends { readonly monthlyAmount: Fen | undefined }>(
  rows: readonly Row[],
): (Row & { readonly monthlyAmount: Fen }) | undefined {
  let largest: Row | undefined;
  for (const row of rows) {
    if (row.monthlyAmount !== undefined && (largest === undefined || row.monthlyAmount > largest.monthlyAmount!)) largest = row;
  }
  return largest as (Row & { readonly monthlyAmount: Fen }) | undefined;
}
