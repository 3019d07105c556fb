/** What a column holds its values in. */
export type ColumnArray =
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** Cuts an array of a column to its rows, and moves it to where it stays. */
export type Settle = <Kept extends ColumnArray>(array: Kept) => Kept;

/** Every array begins where any kind of number may. */
const widest = 8;
const placeOf = (bytes: number) => Math.ceil(bytes / widest) * widest;

/** Bytes of a table; the gaps that a smaller one leaves are not worth the copying. */
const leastMoved = 32 << 20;

/**
 * Cuts the arrays of a table that grows no more to `length` rows; `visit` names each of them to the function that it is
 * given, twice. What they have beyond is only promised by the system. But large ones that last had room for `roomBefore` rows,
 * not much less, move into one piece of memory: where they grew side by side they leave gaps of all sizes between them, a
 * quarter of the memory of a province; moved away, they leave it whole for what comes next.
 */
export function settleArrays(length: number, roomBefore: number, visit: (settle: Settle) => void, least = leastMoved): void {
  let bytes = 0;
  visit((array) => {
    bytes += placeOf(length * array.BYTES_PER_ELEMENT);
    return array;
  });
  if (bytes >= least && roomBefore * 4 > length) moveArrays(length, bytes, visit);
  else visit((array) => array.subarray(0, length) as typeof array);
}

function moveArrays(length: number, bytes: number, visit: (settle: Settle) => void): void {
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
