import { describe, expect, it } from 'vitest';
import { settleArrays } from './settled-arrays.ts';

describe('arrays that grew late', () => {
  const bytes = new Uint8Array([1, 2, 3, 99, 99]);
  const wide = new Float64Array([0.5, -2, Number.NaN, 99]);
  const numbers = new Int32Array([-7, 8, 9, 99]);
  const moved: (Uint8Array | Float64Array | Int32Array)[] = [];

  settleArrays(
    3,
    2,
    (settle) => {
      moved.length = 0;
      moved.push(settle(bytes), settle(wide), settle(numbers));
    },
    1,
  );

  it('keep their kind and the rows that count', () => {
    expect(moved).toEqual([new Uint8Array([1, 2, 3]), new Float64Array([0.5, -2, Number.NaN]), new Int32Array([-7, 8, 9])]);
  });

  it('lie in one piece of memory, without touching each other', () => {
    expect(new Set(moved.map(({ buffer }) => buffer)).size).toBe(1);
    moved[0]!.fill(255);
    expect([...moved[1]!, ...moved[2]!]).toEqual([0.5, -2, Number.NaN, -7, 8, 9]);
  });

  it('have given back the memory where they grew', () => {
    expect([bytes, wide, numbers].map(({ length }) => length)).toEqual([0, 0, 0]);
  });
});

it.each([
  ['a small table', 2, 100],
  ['a table that had its room early', 0, 1],
])('the arrays of %s are cut where they stand', (_, roomBefore, least) => {
  const grown = new Int32Array([1, 2, 3, 99]);
  let kept = grown;
  settleArrays(
    3,
    roomBefore,
    (settle) => {
      kept = settle(grown);
    },
    least,
  );
  expect(kept).toEqual(new Int32Array([1, 2, 3]));
  expect(kept.buffer).toBe(grown.buffer);
});
