import { bitsOf } from './bits-of.ts';
import { withoutSpaces } from './blank-characters.ts';

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
export const repairBits = bitsOf(repairKinds);

/** Readers add the bits of their repairs; the caller clears them between cells. */
export interface RepairNotes {
  bits: number;
}

export function repairsOf(bits: number): readonly RepairKind[] {
  return repairKinds.filter((kind) => (bits & repairBits[kind]) !== 0);
}

const fullWidth = /[\uFF0B-\uFF0F\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/;

/** The bits of what was left off or turned round in a value that was understood: white space, full-width digits, letters and signs. */
export function writtenRepairs(written: string): number {
  const spaces = withoutSpaces(written).length === written.length ? 0 : repairBits.space;
  return spaces | (fullWidth.test(written) ? repairBits['full-width'] : 0);
}
