import type { RejectedRow } from '../../../schemas/reject.ts';
import type { Address } from '../../../schemas/sources/source.ts';
import { isHead } from '../../../schemas/values/relation.ts';
import { CodeColumn } from '../table/code-column.ts';
import { NumberColumn } from '../table/number-column.ts';
import { PackedIdColumn } from '../table/packed-id-column.ts';
import type { TableBuilder } from '../table/table-builder.ts';
import type { BadCell } from './row-reader.ts';

/** Readable amount of a payment list's or a bank file's row. */
function amountAt(table: TableBuilder, row: number, given: ReadonlySet<string>): number | undefined {
  const number = (name: string) => {
    const column = given.has(name) ? table.column(name) : undefined;
    const value = column instanceof NumberColumn ? column.at(row) : Number.NaN;
    return Number.isNaN(value) ? undefined : value;
  };
  if (table.source.id === 'payment-list') return number('amount');
  if (table.source.id !== 'bank-payout') return undefined;
  // A row that failed paid nothing; where nobody can read the result, the money is there to be looked for.
  const results = table.column('result');
  const result = given.has('result') && results instanceof CodeColumn ? table.pool.text(results.codes[row]!) : '';
  const requested = result === '' || result === '成功' ? number('requestedAmount') : undefined;
  return number('paidAmount') ?? requested;
}

/** What can still be read of a rejected row, which stands in the table from `from` to before `to`. */
export function rejectedRow(
  table: TableBuilder,
  given: ReadonlySet<string>,
  [from, to]: readonly [number, number],
  address: Address,
  { column, value, reason }: BadCell,
): RejectedRow {
  const columnOf = (name: string) => (given.has(name) && name in table.source.fields ? table.column(name) : undefined);
  const idAt = (name: string, row: number) => {
    const ofField = columnOf(name);
    return ofField instanceof PackedIdColumn && ofField.width[row] === 18 ? ofField.text(row) : '';
  };
  const key = (name: string) => {
    const ofField = columnOf(name);
    return ofField instanceof CodeColumn ? table.pool.text(ofField.codes[from]!) : '';
  };
  const ids = new Set<string>();
  for (const name of ['idNumber', 'headId']) for (let row = from; row < to; row += 1) ids.add(idAt(name, row));
  ids.delete('');
  const householdKeys = [key('householdId'), key('certificateNumber')].filter((text) => text !== '');
  const namesHead = householdKeys.length === 0 && 'headId' in table.source.fields;
  const head = () => idAt('headId', from) || (isHead(key('relation')) ? idAt('idNumber', from) : '');
  return {
    kind: 'row',
    address,
    column: column.heading,
    value,
    reason,
    ids: [...ids],
    householdKeys,
    headOfHousehold: namesHead ? head() : '',
    amount: amountAt(table, from, given),
  };
}
