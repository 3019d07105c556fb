import type { Cases, HouseholdCase } from '../../schemas/case.ts';

/** Members of a household stand close to each other; a power of two. */
const remembered = 1024;

/** The first 户编号 of its rows, as nearly every row of the roster has it: those of other sources are then not made. */
function numberOf(household: HouseholdCase): string {
  for (const { householdId } of household.roster) if (householdId !== '') return householdId;
  return household.householdId;
}

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
    const number = numberOf(this.#cases.household(household));
    this.#households[at] = household;
    this.#numbers[at] = number;
    return number;
  }
}
