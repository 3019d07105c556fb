import { describe, expect, test } from 'vitest';
import type { Cases } from '../../schemas/case.ts';
import { HouseholdNumbers } from './household-numbers.ts';

describe('printed numbers of households', () => {
  test('are those of the cases, however often and in whatever order they are asked for', () => {
    const cases = { household: (number: number) => ({ householdId: `H${number}`, roster: [] }) } as unknown as Cases;
    const numbers = new HouseholdNumbers(cases);
    for (const household of [0, 1, 0, 1024, 0, 2048, 1025, 1, 1, 1_000_000]) expect(numbers.of(household)).toBe(`H${household}`);
  });

  test('are found once for members that stand together', () => {
    let asked = 0;
    const numbers = new HouseholdNumbers({
      household: () => {
        asked++;
        return { householdId: 'H', roster: [] };
      },
    } as unknown as Cases);
    for (const household of [7, 7, 7, 8, 8]) numbers.of(household);
    expect(asked).toBe(2);
  });
});
