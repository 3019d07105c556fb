import { CodeColumn } from '../table/code-column.ts';
import { NumberColumn } from '../table/number-column.ts';
import type { TableBuilder } from '../table/table-builder.ts';

const amounts = ['amount', 'baseAmount', 'categoryAmount', 'otherAmount'] as const;

/**
 * Gives the money of a payment list's row its sign: what is taken off is negative, however a township wrote it. False
 * where money to be paid is negative, which nobody can pay.
 */
export function paymentSigns(table: TableBuilder, given: ReadonlySet<string>): (row: number) => boolean {
  const kinds = table.column('kind');
  const takenOff = table.pool.intern('扣减');
  const columns = amounts.filter((name) => given.has(name)).map((name) => table.column(name));
  const amount = table.column('amount');
  if (!(kinds instanceof CodeColumn) || !(amount instanceof NumberColumn)) throw new TypeError('not a payment list');
  return (row) => {
    // Without a column of kinds there is nothing written yet: all rows are 正常.
    if (!given.has('kind') || kinds.codes[row] !== takenOff) return !(amount.at(row) < 0);
    for (const column of columns) {
      if (column instanceof NumberColumn && column.at(row) !== 0) column.set(row, -Math.abs(column.at(row)));
    }
    return true;
  };
}
