import { monthOf, yearOf } from '../../../schemas/values/day.ts';
import type { Period } from '../../../schemas/values/period.ts';
import { type TitlePeriod, titlePeriods } from './title-periods.ts';
import type { Titles } from './title-text.ts';

/** When a list was made says nothing of the period that it pays. */
const madeOn = /日期|时间|制表|打印|填报|导出|截至|截止/;

function agrees({ year, firstMonth, lastMonth }: TitlePeriod, period: Period): boolean {
  if (year !== undefined && year !== yearOf(period.firstDay)) return false;
  return firstMonth <= monthOf(period.lastDay) && lastMonth >= monthOf(period.firstDay);
}

/** The words of a title, sheet or file name that name another period than the run's; '' where none does. */
export function wrongPeriod({ above, sheet, file }: Titles, period: Period): string {
  for (const title of [...above.filter((text) => !madeOn.test(text)), sheet, file]) {
    const named = titlePeriods(title);
    // A title may name a second period in passing (含补发…): one that agrees is enough.
    const wrong = named.find((each) => !agrees(each, period));
    if (wrong !== undefined && !named.some((each) => agrees(each, period) && each.lastMonth - each.firstMonth < 11)) {
      return wrong.words;
    }
  }
  return '';
}
