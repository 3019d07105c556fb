/** A bit for each word of a list, in its order. */
export const bitsOf = <Word extends string>(list: readonly Word[]): Readonly<Record<Word, number>> =>
  Object.fromEntries(list.map((word, at) => [word, 1 << at])) as Record<Word, number>;
