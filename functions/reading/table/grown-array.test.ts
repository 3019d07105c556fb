import { expect, it } from 'vitest';
import { grownArray } from './grown-array.ts';

it('an array that grows keeps its kind and its values, has zeros behind them and gives its memory back', () => {
  const array = new Float64Array([0.5, Number.NaN]);
  expect(grownArray(array, 4)).toEqual(new Float64Array([0.5, Number.NaN, 0, 0]));
  expect(array).toHaveLength(0);
});
