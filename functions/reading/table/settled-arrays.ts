type Bytes = Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** Moves an array of a column to where it stays. */
export type Settle = <Kept extends Bytes>(array: Kept) => Kept;

/** Every array begins where any kind of number may. */
const widest = 8;
const placeOf = (bytes: number) => Math.ceil(bytes / widest) * widest;

/**
 * Moves the arrays of a table that grows no more into one piece of memory, cut to `length` rows; `visit` names each of them
 * to the function that it is given, twice. Arrays that doubled side by side leave gaps of all sizes between them, a quarter of
 * the memory of a province; moved away, they leave it whole for what comes next.
 */
export function settleArrays(length: number, visit: (settle: Settle) => void): void {
  let bytes = 0;
  visit((array) => {
    bytes += placeOf(length * array.BYTES_PER_ELEMENT);
    return array;
  });
  const buffer = new ArrayBuffer(bytes);
  let used = 0;
  visit((array) => {
    const kept = new (array.constructor as new (buffer: ArrayBuffer, from: number, length: number) => typeof array)(
      buffer,
      used,
      length,
    );
    kept.set(array.subarray(0, length));
    used += placeOf(kept.byteLength);
    // Given back at once, and not when the collector comes by.
    array.buffer.transfer(0);
    return kept;
  });
}
