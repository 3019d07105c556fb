/**
 * A number for a pair of numbers that looks like chance and never changes: each file of a bench county is made by itself,
 * in its own order, and all agree on the same people without any of them being kept.
 */
export function scramble(index: number, salt: number): number {
  let mixed = (Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** True for about `perMille` in a thousand. */
export const falls = (index: number, salt: number, perMille: number): boolean => scramble(index, salt) % 1000 < perMille;
