import { expect, it } from 'vitest';
import { schedulePeriod } from './schedule-period.ts';

it.each([
  ['half-year', '2021-01-04T18:00:00Z', '2020H2'],
  ['half-year', '2020-07-04T18:00:00Z', '2020H1'],
  ['payout', '2020-07-10T18:00:00Z', '2020Q3'],
  ['payout', '2021-01-10T18:00:00Z', '2021Q1'],
  // Two in the morning on the 1st in Shanghai is still the old year in Greenwich.
  ['payout', '2020-12-31T18:00:00Z', '2021Q1'],
  ['half-year', '2020-06-30T15:59:59Z', '2019H2'],
  ['half-year', '2020-06-30T16:00:00Z', '2020H1'],
] as const)('%s at %s asks for %s', (job, time, period) => {
  expect(schedulePeriod(job, time).text).toBe(period);
});

it('is a fault without a time', () => {
  expect(() => schedulePeriod('payout', '')).toThrow();
});
