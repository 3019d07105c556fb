import { describe, expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import { readDay } from './day.ts';
import { readEnd, readMonth, readStart } from './month.ts';
import { readText } from './text.ts';

describe('a month', () => {
  it.each<Cell>([
    '2020-05',
    '2020/5',
    '2020-5',
    '2020.05',
    '2020年5月',
    '2020年05月',
    '202005',
    202005,
    '２０２０年５月',
    ' 2020-05 ',
  ])('%o is May, its first day as a start, and ends with it', (cell) => {
    expect([readMonth(cell), readStart(cell), readEnd(cell)]).toEqual([20200501, 20200501, 20200601]);
  });

  it.each<Cell>(['2020-05-17', '2020年5月17日', '20200517', 20200517, 43968, '43968'])(
    '%o is a day: itself as start and end, and its month',
    (cell) => {
      expect([readMonth(cell), readStart(cell), readEnd(cell)]).toEqual([20200501, 20200517, 20200517]);
    },
  );

  it('December ends with the year', () => {
    expect(readEnd('2020-12')).toBe(20210101);
  });

  it('a workbook’s day that is shown as a month is that month', () => {
    const june = { monthOf: 43983 };
    expect([readMonth(june), readStart(june), readEnd(june)]).toEqual([20200601, 20200601, 20200701]);
    expect(readStart({ monthOf: 43999 })).toBe(20200601);
    expect(readDay(june)).toBe(20200601);
    expect(readText(june)).toBe('43983');
  });

  it.each<Cell>([
    '',
    '2020-13',
    '202013',
    '2020',
    2020,
    '2020.1',
    2020.1,
    '5月',
    '2020年',
    '2020-02-30',
    true,
    undefined,
    { error: '#REF!' },
  ])('%o is none', (cell) => {
    expect([readMonth(cell), readStart(cell), readEnd(cell)]).toEqual([undefined, undefined, undefined]);
  });
});
