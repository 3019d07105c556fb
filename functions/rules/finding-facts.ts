import { hash } from 'node:crypto';
import type { AnyRow } from '../../schemas/sources/rows.ts';
import { byCodePoints } from '../../schemas/values/code-point-order.ts';
import { rowId, rowName } from './row-person.ts';
import type { RuleText } from './rule.ts';
import { keySeparator } from './subject-columns.ts';

export interface RestsOn {
  readonly rule: RuleText;
  readonly expected: string;
  readonly actual: string;
  /** Fen. */
  readonly amount: number | undefined;
  readonly matchBasis: string;
  readonly rows: readonly AnyRow[];
  readonly period: string;
}

function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : String(value);
  if ('digits' in value) return String(value.digits);
  return 'text' in value ? String(value.text) : '';
}

function rowText(row: AnyRow, fields: readonly string[]): string {
  const values = row as unknown as Readonly<Record<string, unknown>>;
  const parts = [row.source, rowId(row)?.text ?? '', rowName(row)];
  for (const field of fields) parts.push(valueText(values[field]));
  return parts.join(keySeparator);
}

/**
 * 16 hex digits over what a finding rests on: an answer that staff gave holds for as long as they stay the same. Addresses
 * are left out, because the same list comes with other rows in the next period.
 */
export function factsOf({ rule, expected, actual, amount, matchBasis, rows, period }: RestsOn): string {
  // Sorted, because which of two rows comes first may depend on the names of their files.
  const values = rows.map((row) => rowText(row, rule.restsOn ?? [])).sort(byCodePoints);
  const head = [rule.id, expected, actual, amount === undefined ? '' : String(amount), matchBasis, rule.money ? period : ''];
  return hash('sha256', [...head, ...values].join('\u001e')).slice(0, 16);
}
