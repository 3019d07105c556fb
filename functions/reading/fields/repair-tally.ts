import { repairKinds } from '../../../schemas/values/repairs.ts';

/** Counts repairs of one file by kind. */
export class RepairTally {
  readonly #byBit = new Float64Array(repairKinds.length);
  readonly #others = new Map<string, number>();

  /** `bits` of `repairBits`; a cell may need several. */
  add(bits: number): void {
    for (let bit = 0; bits >> bit !== 0; bit += 1) if ((bits & (1 << bit)) !== 0) this.#byBit[bit]! += 1;
  }

  addOther(kind: string, times = 1): void {
    this.#others.set(kind, (this.#others.get(kind) ?? 0) + times);
  }

  /** Only kinds that occurred, in a fixed order. */
  counts(): Readonly<Record<string, number>> {
    const known = repairKinds.map((kind, bit): [string, number] => [kind, this.#byBit[bit]!]);
    const others = [...this.#others].sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries([...known, ...others].filter(([, count]) => count > 0));
  }
}
