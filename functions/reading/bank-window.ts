import { addDays } from '../../schemas/values/day.ts';
import type { Period } from '../../schemas/values/period.ts';
import { CodeColumn } from './table/code-column.ts';
import { NumberColumn } from './table/number-column.ts';
import type { TableBuilder } from './table/table-builder.ts';

const daysBefore = 15;
const daysAfter = 30;

/** Paid rows from `start` on, and those whose 交易日期 lies outside the window around the period. */
export function paidOutside(
  table: TableBuilder,
  start: number,
  { firstDay, lastDay }: Period,
): { paid: number; outside: number } {
  const [results, amounts, days] = ['result', 'paidAmount', 'paidOn'].map((name) => table.column(name));
  if (!(results instanceof CodeColumn && amounts instanceof NumberColumn && days instanceof NumberColumn)) {
    throw new TypeError('not a bank file');
  }
  const success = table.pool.intern('成功');
  const [from, to] = [addDays(firstDay, -daysBefore), addDays(lastDay, daysAfter)];
  let paid = 0;
  let outside = 0;
  for (let row = start; row < table.length; row += 1) {
    if (results.codes[row] !== success || !(amounts.at(row) > 0)) continue;
    paid += 1;
    if (days.at(row) < from || days.at(row) > to) outside += 1;
  }
  return { paid, outside };
}
