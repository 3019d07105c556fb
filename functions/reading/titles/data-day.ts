import { addDays, type Day, lastOfMonth, makeDay, monthOf, yearOf } from '../../../schemas/values/day.ts';
import { titleDays, titlePeriods } from './title-periods.ts';
import type { Titles } from './title-text.ts';

function dayOf(title: string): Day | undefined {
  const { days } = titleDays(title);
  if (days.length > 0) return days.at(-1);
  const named = titlePeriods(title).find(({ firstMonth, lastMonth }) => lastMonth - firstMonth < 11);
  const first = named?.year === undefined ? undefined : makeDay(named.year, named.lastMonth, 1);
  return first === undefined ? undefined : lastOfMonth(first);
}

/**
 * 数据时点: the day in a title, else in the sheet's or the file's name. A month, quarter or half is its last day, a
 * range of days its last; a year alone is no day.
 */
export function dataDay({ above, sheet, file }: Titles): Day | undefined {
  for (const title of [...above, sheet, file]) {
    const day = dayOf(title);
    if (day !== undefined) return day;
  }
  return undefined;
}

/** The one day that titles, else the file's name, give; undefined where they give several. */
export function onlyDay({ above, file }: Titles): Day | undefined {
  for (const titles of [above, [file]]) {
    const days = new Set(titles.flatMap((title) => titleDays(title).days));
    if (days.size > 0) return days.size === 1 ? [...days][0] : undefined;
  }
  return undefined;
}

function monthsLater(day: Day, months: number): Day {
  const month = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const first = makeDay(Math.floor(month / 12), (month % 12) + 1, 1)!;
  const last = lastOfMonth(first);
  // The last of a month stays the last: half a year before 30 June is 31 December.
  const same = makeDay(yearOf(first), monthOf(first), day % 100);
  return addDays(day, 1) % 100 === 1 || same === undefined ? last : same;
}

/** True where a list shows things as they were more than six months before or after a day. */
export const isFarFrom = (day: Day, asOf: Day): boolean => day < monthsLater(asOf, -6) || day > monthsLater(asOf, 6);
