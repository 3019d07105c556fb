import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NumberColumn } from './number-column.ts';

const blank = Number.NaN;

function columnOf(values: readonly number[]): NumberColumn {
  const column = new NumberColumn();
  column.reserve(values.length);
  for (const [row, value] of values.entries()) column.set(row, value);
  return column;
}

const number = fc.oneof(
  fc.constantFrom(blank, 0, 30_000, 20_200_630, -(2 ** 31), 2 ** 31 - 1, 2 ** 31),
  fc.double({ noDefaultInfinity: true }),
);

describe('number column', () => {
  test('every value comes back, whether it fits four bytes or not, and a blank is NaN', () => {
    fc.assert(
      fc.property(fc.array(number), (values) => {
        const column = columnOf(values);
        const written = values.map((value) => (value === 0 ? 0 : value));
        expect(values.map((_, row) => column.at(row) + 0)).toEqual(written);
        expect([...column.numbers()].map((value) => value + 0)).toEqual(written);
      }),
    );
  });

  test.each([
    [
      [1, blank],
      [2, blank],
    ],
    [
      [1, blank],
      [2 ** 40, blank],
    ],
    [
      [2 ** 40, blank],
      [2, blank],
    ],
  ])('a part %j and a part %j stand one behind the other', (one, other) => {
    const column = columnOf(one);
    column.reserve(4);
    column.append(columnOf(other).values, 2);
    expect([...column.numbers()]).toEqual([...one, ...other]);
  });

  test('days, counts and the money of a household take four bytes', () => {
    expect(columnOf([20_200_630, 202_006, 3, 45_000, blank]).values.BYTES_PER_ELEMENT).toBe(4);
  });
});
