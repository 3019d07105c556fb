import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import { addDays, type Day, dayText, firstOfNextMonth, lastOfMonth, makeDay, readDay } from './day.ts';

const days = fc
  .tuple(fc.integer({ min: 1928, max: 2172 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, date]) => makeDay(year, month, date))
  .filter((day) => day !== undefined);

const parts = (day: Day) => [Math.floor(day / 10000), Math.floor(day / 100) % 100, day % 100] as const;
const daysBetween = (from: Day, to: Day) => (Date.parse(dayText(to)) - Date.parse(dayText(from))) / 86_400_000;
const serialOf = (day: Day) => daysBetween(18991230 as Day, day);

describe('every form of a day', () => {
  it('reads as that day, as text, number or Excel serial', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, date] = parts(day);
        const forms: Cell[] = [
          dayText(day),
          `${year}/${month}/${date}`,
          `${year}.${month}.${date}`,
          `${year}年${month}月${date}日`,
          `${year} 年 ${month} 月 ${date} 日`,
          String(day),
          day,
          `${dayText(day)} 00:00:00`,
          `${dayText(day)}T00:00:00.000Z`,
          `${year}/${month}/${date} 9:05`,
          ` ${dayText(day)} `,
          dayText(day).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
          serialOf(day),
          serialOf(day) + 0.75,
          String(serialOf(day)),
        ];
        for (const form of forms) expect([form, readDay(form)]).toEqual([form, day]);
      }),
    );
  });

  it('has the serials that Excel shows', () => {
    expect(readDay(43954)).toBe(20200503);
    expect(readDay('43831')).toBe(20200101);
    expect(readDay(18264)).toBe(19500101);
    // What systems write where there is no end.
    expect(readDay(2_958_465)).toBe(99991231);
    expect(readDay(2_958_466)).toBeUndefined();
  });

  it.each<Cell>([
    '',
    '2020-02-30',
    '2019-02-29',
    '2020-13-01',
    '2020-00-10',
    '2020-5/3',
    '20200230',
    '2020-05',
    '202005',
    202005,
    2020,
    20,
    -5,
    '5月3日',
    '20-05-03',
    '03/05/2020',
    '长期',
    true,
    undefined,
    { error: '#N/A' },
    Number.NaN,
  ])('%o is no day', (cell) => {
    expect(readDay(cell)).toBeUndefined();
  });

  it('29 February is a day in leap years only', () => {
    expect(readDay('2020-02-29')).toBe(20200229);
    expect(makeDay(2000, 2, 29)).toBe(20000229);
    expect(makeDay(1900, 2, 29)).toBeUndefined();
  });
});

describe('counting', () => {
  it('adds and subtracts the same days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -20000, max: 20000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  it('the next month begins the day after the last of this one', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(addDays(lastOfMonth(day), 1)).toBe(firstOfNextMonth(day));
        expect(daysBetween(day, firstOfNextMonth(day))).toBeLessThanOrEqual(31);
      }),
    );
  });

  it('goes back before the year 100', () => {
    expect(addDays(10101 as Day, 365)).toBe(20101);
  });
});
