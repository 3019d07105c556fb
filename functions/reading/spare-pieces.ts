/** Of each piece of memory: the text of 64 KiB of any encoding, as UTF-16. */
export const pieceBytes = 1 << 17;

/**
 * What the files before have given up. Memory that the system hands over for the first time costs more than to fill it; held
 * weakly, so that it goes when the collector comes: later stages need the place.
 */
let spare = new WeakRef<ArrayBuffer[]>([]);

function sparePieces(): ArrayBuffer[] {
  const pieces = spare.deref() ?? [];
  if (spare.deref() === undefined) spare = new WeakRef(pieces);
  return pieces;
}

/** A piece of memory with whatever stands in it. */
export function takePiece(): ArrayBuffer {
  return sparePieces().pop() ?? new ArrayBuffer(pieceBytes);
}

/** For the next file: nobody may hold on to them. */
export function giveUpPieces(pieces: readonly ArrayBuffer[]): void {
  sparePieces().push(...pieces);
}
