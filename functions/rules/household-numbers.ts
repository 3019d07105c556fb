import type { Cases } from '../../schemas/case.ts';

/** Members of a household stand close to each other; a power of two. */
const remembered = 1024;

/** Printed numbers of households. To find one all rows of the household are made, so the last thousand are remembered. */
export class HouseholdNumbers {
  readonly #cases: Cases;
  readonly #households = new Int32Array(remembered).fill(-1);
  readonly #numbers: string[] = Array.from({ length: remembered }, () => '');

  constructor(cases: Cases) {
    this.#cases = cases;
  }

  of(household: number): string {
    const at = household & (remembered - 1);
    if (this.#households[at] === household) return this.#numbers[at]!;
    const number = this.#cases.household(household).householdId;
    this.#households[at] = household;
    this.#numbers[at] = number;
    return number;
  }
}
