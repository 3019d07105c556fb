import type { JobId } from '../../../schemas/job.ts';
import { type Period, parsePeriod } from '../../../schemas/values/period.ts';

/** Asia/Shanghai has kept eight hours before Greenwich, without summer time, since 1991. */
const shanghai = 8 * 3_600_000;

/**
 * The period that a schedule's time asks for, ISO 8601: the half-yearly comparison speaks of the half that has ended, the
 * payout job of the quarter that the day lies in, since a quarter's money is paid in its first days.
 */
export function schedulePeriod(job: JobId, scheduledTime: string): Period {
  const date = new Date(Date.parse(scheduledTime) + shanghai);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  const text = job === 'payout' ? `${year}Q${Math.ceil(month / 3)}` : month <= 6 ? `${year - 1}H2` : `${year}H1`;
  const period = parsePeriod(text);
  if (period === undefined) throw new Error('a schedule without a time');
  return period;
}
