import type { ColumnArray } from './settled-arrays.ts';

/**
 * The array with room for `capacity` values, zero where none was. Memory beyond what is written is only promised by the
 * system; to have the old memory made longer would write zeros over all of it.
 */
export function grownArray<Grown extends ColumnArray>(array: Grown, capacity: number): Grown {
  const grown = new (array.constructor as new (length: number) => Grown)(capacity);
  grown.set(array);
  // Given back at once, and not when the collector comes by.
  array.buffer.transfer(0);
  return grown;
}
