import { expect, it } from 'vitest';
import type { Day } from './day.ts';
import { latestBirthOf, parsePeriod } from './period.ts';

it.each([
  ['2020H1', 20200101, 20200630, 20200630],
  ['2020H2', 20200701, 20201231, 20201231],
  ['2020Q1', 20200101, 20200331, 20200101],
  ['2020Q3', 20200701, 20200930, 20200701],
  ['2020Q4', 20201001, 20201231, 20201001],
  ['2020-02', 20200201, 20200229, 20200229],
])('%s goes from %i to %i and speaks of %i', (text, firstDay, lastDay, asOf) => {
  expect(parsePeriod(text)).toMatchObject({ text, year: 2020, firstDay, lastDay, asOf });
});

it.each(['', '2020', '2020H3', '2020Q5', '2020-13', '2020-6', '2020h1', '20H1', '0000H1', '2020H1 '])(
  '%s is no period',
  (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  },
);

it('nobody is born after the later of the as-of date and the last day', () => {
  const quarter = parsePeriod('2020Q3')!;
  expect(latestBirthOf(quarter, quarter.asOf)).toBe(20200930);
  expect(latestBirthOf(quarter, 20201015 as Day)).toBe(20201015);
});
