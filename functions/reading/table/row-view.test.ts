import { expect, test } from 'vitest';
import { tablesOf, validId } from '../../../sample-data/builders.ts';
import { sources } from '../../../schemas/sources/sources.ts';
import type { Day } from '../../../schemas/values/day.ts';

const asOf = 20200630 as Day;
const idNumber = validId('230123', '19520101', 1);

test('a field without a column says what blank cells of a column say', () => {
  const blanks = Object.fromEntries(Object.keys(sources['dibao-roster'].fields).map((name) => [name, '']));
  const given = { area: '农村', headName: '张三', name: '张三', monthlyAmount: '300', township: '竹帘镇', village: '红旗村' };
  const rowOf = (texts: object) => {
    const row = tablesOf({ 'dibao-roster': [{ idNumber, ...texts }] }, { asOf })['dibao-roster']!.row(0);
    return row as unknown as Readonly<Record<string, unknown>>;
  };
  const [without, blank] = [rowOf(given), rowOf({ ...blanks, ...given, idNumber })];
  const plain = (value: unknown) =>
    typeof value === 'object' && value !== null && 'problem' in value
      ? ['text', 'problem', 'normalised', 'lostDigits'].map((part) => (value as Readonly<Record<string, unknown>>)[part])
      : value;
  for (const name of Object.keys(blanks)) expect([name, plain(without[name])]).toEqual([name, plain(blank[name])]);
});
