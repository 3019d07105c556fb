import { describe, expect, test } from 'vitest';
import type { Day } from '../schemas/values/day.ts';
import { tablesOf, validId } from './builders.ts';

const asOf = 20200630 as Day;

describe('tables from texts', () => {
  test('rows are read by the parsers of files, defaults and derived fields included', () => {
    const id = validId(230123, 19520101, 17);
    const tables = tablesOf(
      {
        'dibao-roster': [
          { name: '李四', idNumber: id.toLowerCase(), covered: '', startDate: '2019-05', endDate: '2020年5月' },
          { file: '另一.csv', name: '王五', idNumber: '12', account: '6228 4801 2345 6789', covered: '否', category: 'A类' },
        ],
        'assistance-system': [{ programme: '特困供养' }, { baseAmount: '100' }],
        'payment-list': [{ kind: '扣减', amount: '100' }, {}],
        'bank-payout': [{}, { result: '失败' }, { paidAmount: '800.5' }],
        'death-register': [],
      },
      { asOf },
    );
    const roster = tables['dibao-roster']!;
    const first = roster.row(0);
    expect(first).toMatchObject({
      source: 'dibao-roster',
      index: 0,
      name: '李四',
      area: '农村',
      township: '竹帘镇',
      covered: true,
      startDate: 20190501,
      endDate: 20200601,
      monthlyAmount: 30000,
      lastReview: undefined,
      status: '',
      idNumber: { text: id, normalised: id, problem: 'none', lostDigits: '' },
      address: { source: 'dibao-roster', file: '低保台账.csv', sheet: '', row: 2 },
    });
    expect(roster.row(1)).toMatchObject({
      covered: false,
      category: 'A',
      account: { digits: '6228480123456789', written: '6228 4801 2345 6789' },
      idNumber: { text: '12', normalised: '', problem: 'format' },
      headId: { text: '', problem: 'missing' },
      address: { file: '另一.csv', row: 3 },
    });
    expect(roster.texts.text(roster.codes('name')[1]!)).toBe('王五');
    expect(roster.ids('idNumber').width[0]).toBe(18);
    expect(tables['assistance-system']!.row(0).area).toBe('');
    expect(tables['assistance-system']!.row(1).area).toBe('农村');
    expect(tables['payment-list']!.row(0).amount).toBe(-10000);
    expect(tables['payment-list']!.row(1)).toMatchObject({ kind: '正常', amount: 90000, months: undefined });
    expect([0, 1, 2].map((at) => tables['bank-payout']!.row(at).paidAmount)).toEqual([90000, 0, 80050]);
    expect(tables['death-register']!.length).toBe(0);
    expect(tables['poverty-registration']).toBeUndefined();
  });

  test('equal texts have equal codes in all tables of a run', () => {
    const tables = tablesOf({ 'dibao-roster': [{}], 'poverty-registration': [{}] }, { asOf });
    expect(tables['dibao-roster']!.codes('township')[0]).toBe(tables['poverty-registration']!.codes('township')[0]);
    expect(tables['dibao-roster']!.texts).toBe(tables['poverty-registration']!.texts);
  });

  test('a row that a file would have rejected is an error of the test', () => {
    expect(() => tablesOf({ 'dibao-roster': [{ area: '牧区' }] }, { asOf })).toThrow('area');
    expect(() => tablesOf({ 'payment-list': [{ amount: '-5' }] }, { asOf })).toThrow('amount');
  });
});
