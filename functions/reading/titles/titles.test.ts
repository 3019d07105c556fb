import { describe, expect, test } from 'vitest';
import { sources } from '../../../schemas/sources/sources.ts';
import type { Day } from '../../../schemas/values/day.ts';
import { parsePeriod } from '../../../schemas/values/period.ts';
import { dataDay, isFarFrom } from './data-day.ts';
import { titlePeriods } from './title-periods.ts';
import { type Titles, titlesOf } from './title-text.ts';
import { titleValues } from './title-values.ts';
import { wrongPeriod } from './wrong-period.ts';

const titled = (above: string, sheet = '', file = ''): Titles => titlesOf([{ row: 1, cells: [above] }], sheet, file);

describe('periods in titles', () => {
  test.each([
    ['2020年第三季度农村低保发放名册', 2020, 7, 9],
    ['二〇二〇年四季度', 2020, 10, 12],
    ['2020Q3', 2020, 7, 9],
    ['2020年下半年', 2020, 7, 12],
    ['2020H1', 2020, 1, 6],
    ['发放名册 202007', 2020, 7, 7],
    ['2020-07 回盘', 2020, 7, 7],
    ['2020年7-9月', 2020, 7, 9],
    ['2020 年 7 月至 9 月', 2020, 7, 9],
    ['2020年十二月', 2020, 12, 12],
    ['三季度', undefined, 7, 9],
    ['2019年度名册', 2019, 1, 12],
  ])('%s', (title, year, firstMonth, lastMonth) => {
    expect(titlePeriods(titled(title).above[0]!)[0]).toMatchObject({ year, firstMonth, lastMonth });
  });

  test.each(['十月村发放名册', '信用社回盘_01', '县230123名册', '截至2020年6月30日', '20200708', '发放3个月'])(
    '%s names none',
    (title) => {
      expect(titlePeriods(titled(title).above[0]!)).toEqual([]);
    },
  );

  const third = parsePeriod('2020Q3')!;

  test.each([
    ['2020年第二季度发放名册', '', '', '2020年第二季度'],
    ['', '2019年', '', '2019年'],
    ['', '', '2020年6月回盘.csv', '2020年6月'],
    ['2019年度农村低保第三季度', '', '', '2019年度'],
    ['2020年第三季度发放名册（含补发2020年第二季度）', '', '', ''],
    ['2020年7月发放名册', '2020年', '2020Q3.csv', ''],
    ['填报日期：2020年10月', '', '', ''],
    ['2020年下半年', '', '', ''],
    ['2020年7月8日交易', '', '20201008.txt', ''],
  ])('%s %s %s against 2020Q3 is wrong by “%s”', (above, sheet, file, words) => {
    expect(wrongPeriod(titled(above, sheet, file), third)).toBe(words);
  });
});

describe('days in titles', () => {
  test.each([
    ['截至2020年6月30日', '', '', 20200630],
    ['数据时点：2020-06-28', '', '2020年5月.csv', 20200628],
    ['2020年第二季度农村低保台账', '', '', 20200630],
    ['农村低保台账', '2020年2月', '', 20200229],
    ['农村低保台账', '', '脱贫户信息_20250902.xlsx', 20250902],
    ['2020年度台账', '', '', undefined],
  ])('%s %s %s', (above, sheet, file, day) => {
    expect(dataDay(titled(above, sheet, file))).toBe(day);
  });

  test('more than six months, not six months', () => {
    const asOf = 20200630 as Day;
    expect(isFarFrom(20191231 as Day, asOf)).toBe(false);
    expect(isFarFrom(20191230 as Day, asOf)).toBe(true);
    expect(isFarFrom(20201231 as Day, asOf)).toBe(false);
    expect(isFarFrom(20210101 as Day, asOf)).toBe(true);
  });
});

describe('values in titles', () => {
  test.each([
    ['2020年第三季度农村低保发放名册', '', '', '农村'],
    ['名册', '城镇', '', '城市'],
    ['名册', '', '农村低保.csv', '农村'],
    ['城市低保、农村低保名册', '', '', undefined],
    ['农村信用社', '', '农村.csv', undefined],
  ])('area of %s %s %s', (above, sheet, file, area) => {
    expect(titleValues(sources['dibao-roster'].fields, titled(above, sheet, file)).get('area')).toBe(area);
  });

  test('one day for a bank file; two days are none; a register is named by its file', () => {
    const day = (above: string, file: string) =>
      titleValues(sources['bank-payout'].fields, titled(above, '', file)).get('paidOn');
    expect(day('交易日期：2020年7月8日', '')).toBe('2020-07-08');
    expect(day('', '回盘_20200709.txt')).toBe('2020-07-09');
    expect(day('2020-07-08 至 2020-07-09', '20200708.txt')).toBeUndefined();
    expect(titleValues(sources['exclusion-register'].fields, titled('', '', '财政供养.csv')).get('kind')).toBe('财政供养');
  });
});
