import { expect, test } from 'vitest';
import type { RowText } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { ledgerOnly } from './ledger-only.ts';

const find = (roster: RowText<'dibao-roster'>, system: readonly RowText<'assistance-system'>[]) =>
  findingsOf(
    ledgerOnly,
    { 'dibao-roster': [{ householdId: 'A', ...roster }], 'assistance-system': [{ householdId: 'B' }, ...system] },
    { period: '2020Q3' },
  );

test('in the roster, not in the system', () => {
  const [found, ...more] = find({ township: '竹帘镇', village: '红旗村' }, []);
  expect(found).toMatchObject({
    severity: 'error',
    expected: '有',
    actual: '无',
    householdId: 'A',
    headName: '张三',
    village: '红旗村',
  });
  expect(found!.sources).toMatchObject([{ source: 'dibao-roster', row: 2 }]);
  expect(messageText(found!.message)).toContain('救助系统中未见');
  expect(more).toEqual([]);
});

test('a household that the system has only as 特困, uncovered or ended is not in it', () => {
  expect(find({}, [{ householdId: 'A', programme: '特困' }])).toHaveLength(1);
  expect(find({}, [{ householdId: 'A', covered: '否' }])).toHaveLength(1);
  expect(find({}, [{ householdId: 'A', endDate: '2020-07-01' }])).toHaveLength(1);
});

test('one covered active row in the system is enough', () => {
  expect(
    find({}, [
      { householdId: 'A', covered: '否' },
      { householdId: 'A', programme: '城市低保' },
    ]),
  ).toEqual([]);
});

test('a household that the roster has only ended, not begun or uncovered is not in the roster', () => {
  expect(find({ endDate: '2020-06' }, [])).toEqual([]);
  expect(find({ startDate: '2020-08' }, [])).toEqual([]);
  expect(find({ covered: '否' }, [])).toEqual([]);
  expect(find({ status: '停保' }, [])).toEqual([]);
});
