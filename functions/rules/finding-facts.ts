import { hash } from 'node:crypto';
import type { AnyRow } from '../../schemas/sources/rows.ts';
import { byCodePoints } from '../../schemas/values/code-point-order.ts';
import type { SaidOf } from './message-parts.ts';
import { rowId, rowName } from './row-person.ts';
import type { FieldName } from './rule.ts';
import { keySeparator } from './subject-columns.ts';

/** Stands between values and between rows. No readable text holds it, so different values never give one text. */
const separator = '\u001e';
const noFields: readonly FieldName[] = [];

function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : String(value);
  if ('digits' in value) return String(value.digits);
  return 'text' in value ? String(value.text) : '';
}

function rowText(row: AnyRow, fields: readonly string[]): string {
  const values = row as unknown as Readonly<Record<string, unknown>>;
  let text = row.source + keySeparator + (rowId(row)?.text ?? '') + keySeparator + rowName(row);
  for (const field of fields) text += keySeparator + valueText(values[field]);
  return text;
}

/** The rows' texts, each with a separator before it. Sorted, because which of two comes first may depend on their files' names. */
function rowTexts(rows: readonly AnyRow[], fields: readonly string[]): string {
  if (rows.length === 0) return '';
  if (rows.length === 1) return separator + rowText(rows[0]!, fields);
  const texts = rows.map((row) => rowText(row, fields)).sort(byCodePoints);
  return separator + texts.join(separator);
}

/**
 * 16 hex digits over what a finding rests on: an answer that staff gave holds for as long as they stay the same. Addresses
 * are left out, because the same list comes with other rows in the next period.
 */
export function factsOf({ rule, columns, expected, actual, amount }: SaidOf, rows: readonly AnyRow[], period: string): string {
  const values = expected + separator + actual + separator + (amount === undefined ? '' : String(amount));
  const head = rule.id + separator + values + separator + columns.matchBasis + separator + (rule.money ? period : '');
  return hash('sha256', head + rowTexts(rows, rule.restsOn ?? noFields)).slice(0, 16);
}
