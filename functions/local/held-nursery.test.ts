import { cachedDataVersionTag, getHeapSpaceStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { holdNursery } from './held-nursery.ts';

const flagsBefore = cachedDataVersionTag();

test('every step of progress is passed on, whatever is done to the nursery', () => {
  const steps: unknown[] = [];
  const { progress, letGo } = holdNursery({ stage: (...step) => void steps.push(step) });
  progress.stage('读取', 0, 2);
  progress.stage('写报告', 10_000, 20_000);
  letGo();
  expect(steps).toEqual([
    ['读取', 0, 2],
    ['写报告', 10_000, 20_000],
  ]);
});

test('a large inbox has a wider nursery', () => {
  const bytes = () => getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')!.space_size;
  const { progress, letGo } = holdNursery({ stage: () => undefined });
  progress.stage('读取', 1, 1 << 29);
  letGo();
  expect(bytes()).toBeGreaterThanOrEqual(12 << 20);
});

test('V8 has the flags again that it began with, or no run would take what another has compiled', () => {
  const { letGo } = holdNursery({ stage: () => undefined });
  expect(cachedDataVersionTag()).not.toBe(flagsBefore);
  letGo();
  expect(cachedDataVersionTag()).toBe(flagsBefore);
});
