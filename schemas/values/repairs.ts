/** What a reader had to mend to understand a value. Counted per file: none is silent. */
export const repairKinds = [
  'full-width',
  'lower-x',
  'apostrophe',
  'space',
  'fifteen-digits',
  'disability-certificate',
  'account-unreadable',
] as const;

export type RepairKind = (typeof repairKinds)[number];

/** A bit for each kind, so that a column of a million cells is noted without an allocation. */
export const repairBits = Object.fromEntries(repairKinds.map((kind, index) => [kind, 1 << index])) as Readonly<
  Record<RepairKind, number>
>;

/** Readers add the bits of their repairs; the caller clears them between cells. */
export interface RepairNotes {
  bits: number;
}

export function repairsOf(bits: number): readonly RepairKind[] {
  return repairKinds.filter((_, index) => (bits & (1 << index)) !== 0);
}
