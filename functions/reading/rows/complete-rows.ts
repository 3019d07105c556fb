import type { Field } from '../../../schemas/sources/source.ts';
import { CodeColumn } from '../table/code-column.ts';
import { NumberColumn } from '../table/number-column.ts';
import type { TableBuilder } from '../table/table-builder.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

function numbersOf(table: TableBuilder, field: string): NumberColumn {
  const column = table.column(field);
  if (column instanceof NumberColumn) return column;
  throw new TypeError(`${field} holds no numbers`);
}

function codesOf(table: TableBuilder, field: string): Int32Array {
  const column = table.column(field);
  if (column instanceof CodeColumn) return column.codes;
  throw new TypeError(`${field} holds no codes`);
}

function deriveChoice(table: TableBuilder, name: string, { from, words }: NonNullable<Field['derived']>, { start, end }: Span) {
  const codes = codesOf(table, name);
  const sources = codesOf(table, from);
  const derived = new Map(Object.entries(words).map(([word, value]) => [table.pool.intern(word), table.pool.intern(value)]));
  let last = 0;
  let value = derived.get(last) ?? 0;
  for (let row = start; row < end; row += 1) {
    const code = sources[row]!;
    if (code !== last) value = derived.get(code) ?? 0;
    last = code;
    codes[row] = value;
  }
}

/** Adds the second part to the first, or to the total where the total leaves it out. */
function addSecond(table: TableBuilder, total: string, first: string, second: string, { start, end }: Span) {
  const totals = numbersOf(table, total);
  const firsts = numbersOf(table, first);
  const seconds = numbersOf(table, second);
  for (let row = start; row < end; row += 1) {
    const more = seconds.at(row);
    totals.set(row, firsts.at(row) + (Number.isNaN(more) ? 0 : more));
  }
}

/** A bank that leaves the paid amount blank paid what was asked where it says 成功, and else nothing. */
function defaultPaidAmounts(table: TableBuilder, { start, end }: Span) {
  const paid = numbersOf(table, 'paidAmount');
  const requested = numbersOf(table, 'requestedAmount');
  const results = codesOf(table, 'result');
  const success = table.pool.intern('成功');
  for (let row = start; row < end; row += 1) {
    if (Number.isNaN(paid.at(row))) paid.set(row, results[row] === success ? requested.at(row) : 0);
  }
}

/**
 * Fills in, for rows `start` to before `end`, the fields that follow from others of the same row. `given` are the
 * fields that the sheet has columns for; returns them with those that were written here.
 */
export function completeRows(
  table: TableBuilder,
  span: Span,
  given: ReadonlySet<string>,
  categoryIncluded: boolean,
): ReadonlySet<string> {
  const written = new Set(given);
  table.blankOthers(span.start, written);
  for (const [name, field] of Object.entries(table.source.fields)) {
    if (field.derived !== undefined) {
      deriveChoice(table, name, field.derived, span);
      written.add(name);
    }
    if (field.sumOf === undefined) continue;
    const [first, second] = field.sumOf;
    if (!given.has(name)) addSecond(table, name, first, second, span);
    else if (!categoryIncluded && given.has(second)) addSecond(table, name, name, second, span);
    written.add(name);
  }
  if (table.source.id === 'bank-payout') {
    defaultPaidAmounts(table, span);
    written.add('paidAmount');
  }
  return written;
}
