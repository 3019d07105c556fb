import { type Day, makeDay } from '../../../schemas/values/day.ts';

/** A year, half, quarter or month that a title names; a month range stands for both of its ends. */
export interface TitlePeriod {
  readonly year: number | undefined;
  /** First and last month, 1 to 12; all the year where only the year is named. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly words: string;
}

const dayInWords = /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})(?:日|(?![\d月]))/g;
const daySeparated = /(?<!\d)((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g;
const dayRun = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?!\d)/g;

/** Real days in a title, and the title without them. */
export function titleDays(title: string): { readonly days: readonly Day[]; readonly rest: string } {
  const days: Day[] = [];
  const take = (match: string, year: string, month: string, date: string) => {
    const day = makeDay(Number(year), Number(month), Number(date));
    if (day === undefined) return match;
    days.push(day);
    return '|';
  };
  const rest = title
    .replace(dayInWords, (match, year, month, date) => take(match, year, month, date))
    .replace(daySeparated, (match, year, _, month, date) => take(match, year, month, date))
    .replace(dayRun, (match, year, month, date) => take(match, year, month, date));
  return { days, rest };
}

const digitOf = (word: string) => (/^\d+$/.test(word) ? Number(word) : '一二三四五六七八九'.indexOf(word.at(-1)!) + 1);
const monthOf = (word: string) =>
  /^\d+$/.test(word) ? Number(word) : word.startsWith('十') ? 10 + (digitOf(word) % 10) * Number(word.length > 1) : digitOf(word);

const year = '(?:(?<!\\d)((?:19|20)\\d{2})年?度?[-_]?)?';
const forms: readonly { readonly pattern: RegExp; readonly months: (parts: readonly string[]) => readonly [number, number] }[] = [
  { pattern: new RegExp(`${year}第?(上|下)半年`, 'g'), months: ([half]) => (half === '上' ? [1, 6] : [7, 12]) },
  { pattern: new RegExp(`${year}H([12])(?![A-Za-z\\d])`, 'g'), months: ([half]) => (half === '1' ? [1, 6] : [7, 12]) },
  {
    pattern: new RegExp(`${year}(?:第?([一二三四1-4])季度?|Q([1-4])(?![A-Za-z\\d]))`, 'g'),
    months: ([words, letter]) => {
      const quarter = digitOf((words ?? letter)!);
      return [quarter * 3 - 2, quarter * 3];
    },
  },
  {
    pattern: new RegExp(`${year}(?<!\\d)(0?[1-9]|1[0-2])月?份?[-—~至到](0?[1-9]|1[0-2])月`, 'g'),
    months: ([from, to]) => [Number(from), Number(to)],
  },
  { pattern: new RegExp(`${year}(?<!\\d)(0?[1-9]|1[0-2])月`, 'g'), months: ([month]) => [Number(month), Number(month)] },
  // A month in numerals without a year or 份 may be the name of a place: 十月村.
  {
    pattern: /((?:19|20)\d{2})年度?(十[一二]?|[一二三四五六七八九])月/g,
    months: ([month]) => [monthOf(month!), monthOf(month!)],
  },
  { pattern: /()(十[一二]?|[一二三四五六七八九])月份/g, months: ([month]) => [monthOf(month!), monthOf(month!)] },
  {
    pattern: /(?<!\d)((?:19|20)\d{2})(?:[-./](0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))(?!\d)/g,
    months: ([short, long]) => [Number(short ?? long), Number(short ?? long)],
  },
  { pattern: /(?<!\d)((?:19|20)\d{2})年?度?(?!\d)/g, months: () => [1, 12] },
];

/**
 * Periods that a title names, in the order in which they stand; days are no periods. One without a year takes the year
 * named before it.
 */
export function titlePeriods(title: string): readonly TitlePeriod[] {
  let { rest } = titleDays(title);
  const found: (TitlePeriod & { readonly at: number })[] = [];
  for (const { pattern, months } of forms) {
    rest = rest.replace(pattern, (...match) => {
      const words: string = match[0];
      const groups = match.slice(
        1,
        match.findIndex((part) => typeof part === 'number'),
      ) as (string | undefined)[];
      const [firstMonth, lastMonth] = months(groups.slice(1) as string[]);
      const at: number = match[groups.length + 1];
      found.push({ year: groups[0] ? Number(groups[0]) : undefined, firstMonth, lastMonth, words, at });
      return '|'.repeat(words.length);
    });
  }
  found.sort((one, other) => one.at - other.at);
  let last: number | undefined;
  return found.map(({ at: _, ...period }) => {
    last = period.year ?? last;
    return { ...period, year: last };
  });
}
