import { type Day, lastOfMonth, makeDay } from './day.ts';

/** What a run is asked for: a half-year `2020H1`, a quarter `2020Q3` or a month `2020-06`. */
export interface Period {
  readonly kind: 'half' | 'quarter' | 'month';
  /** As given. */
  readonly text: string;
  readonly year: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The day that a comparison speaks of unless another is named. */
  readonly asOf: Day;
}

/** Undefined where the text is no period. */
export function parsePeriod(text: string): Period | undefined {
  const parts = /^(\d{4})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))$/.exec(text);
  if (parts === null) return undefined;
  const year = Number(parts[1]);
  const kind = parts[2] ? 'half' : parts[3] ? 'quarter' : 'month';
  const months = { half: 6, quarter: 3, month: 1 }[kind];
  const firstMonth = (Number(parts[2] ?? parts[3] ?? parts[4]) - 1) * months + 1;
  const firstDay = makeDay(year, firstMonth, 1);
  if (firstDay === undefined) return undefined;
  const lastDay = lastOfMonth((firstDay + (months - 1) * 100) as Day);
  return { kind, text, year, firstDay, lastDay, asOf: kind === 'quarter' ? firstDay : lastDay };
}

/** The last day on which a person of this run can have been born: the later of the as-of date and the period's last day. */
export const latestBirthOf = (period: Period, asOf: Day): Day => (asOf > period.lastDay ? asOf : period.lastDay);
