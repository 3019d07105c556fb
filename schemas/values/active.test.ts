import { expect, test } from 'vitest';
import { activeOn } from './active.ts';
import type { Day } from './day.ts';

const day = (value: number) => value as Day;
const on = day(20200630);
const span = { startDate: undefined, endDate: undefined, status: '' } as const;

test('a row without dates and status is active', () => expect(activeOn(span, on)).toBe(true));
test('a start on the day counts, one after it does not', () => {
  expect(activeOn({ ...span, startDate: day(20200630) }, on)).toBe(true);
  expect(activeOn({ ...span, startDate: day(20200701) }, on)).toBe(false);
});
test('an end on the day is over, one after it is not', () => {
  expect(activeOn({ ...span, endDate: day(20200630) }, on)).toBe(false);
  expect(activeOn({ ...span, endDate: day(20200701) }, on)).toBe(true);
});
test('停保 is over without an end, and still running with an end to come', () => {
  expect(activeOn({ ...span, status: '停保' }, on)).toBe(false);
  expect(activeOn({ ...span, status: '停保', endDate: day(20200701) }, on)).toBe(true);
  expect(activeOn({ ...span, status: '停保', endDate: day(20200601) }, on)).toBe(false);
});
test('在保 with an end in the past is over', () => {
  expect(activeOn({ ...span, status: '在保', endDate: day(20200601) }, on)).toBe(false);
});
