import type { ComparedPlaces } from './compared-places.ts';
import { householdHeads, unknownHead } from './household-heads.ts';
import type { HouseholdTable } from './household-tables.ts';
import { NamedPlaces } from './named-places.ts';
import { type HouseholdGroups, numberedHouseholds } from './numbered-households.ts';
import type { PersonCases } from './person-cases.ts';

/** Rows that stay together while a household is looked for: those of one certificate, or of one head. */
interface Unit {
  readonly certificate: number;
  readonly rows: { readonly table: HouseholdTable; readonly row: number }[];
}

/**
 * Each pair of rows is told together or apart by the first of these that both of them have: 户编号, 低保证号, the head's
 * id, the head's name and place. So rows are placed in that order, and a row joins a household by a weaker sign only
 * where the stronger one is missing on one of the two sides.
 */
class HouseholdGrouping {
  readonly householdOf: Int32Array;
  count: number;
  readonly #tables: readonly HouseholdTable[];
  readonly #places: ComparedPlaces;
  readonly #heads: Int32Array;
  /** First household of each certificate. */
  readonly #byCertificate = new Map<number, number>();
  /** Households of each head in order. */
  readonly #byHead = new Map<number, number[]>();
  readonly #byName: NamedPlaces;
  readonly #certified = new Set<number>();
  /** Households whose head is known. */
  readonly #headed = new Set<number>();

  /** `numbered` has the rows with a 户编号 only, -1 for the others. */
  constructor(numbered: HouseholdGroups, tables: readonly HouseholdTable[], cases: PersonCases, places: ComparedPlaces) {
    this.#tables = tables;
    this.householdOf = numbered.householdOf;
    this.count = numbered.count;
    this.#byName = new NamedPlaces(cases.names, places);
    this.#places = places;
    this.#heads = householdHeads(tables, cases, places);
  }

  /** Remembers the certificates of the households so far, so that rows without a 户编号 find them. */
  remember(): void {
    this.#eachRow((table, row) => {
      const household = this.householdOf[table.first + row]!;
      if (household < 0) return;
      const certificate = table.certificates[row]!;
      if (certificate === 0) return;
      this.#certified.add(household);
      if (!this.#byCertificate.has(certificate)) this.#byCertificate.set(certificate, household);
    });
  }

  /** Places the rows whose certificate a numbered household has. The other rows with a certificate come back as units. */
  placeCertified(): readonly Unit[] {
    const units = new Map<number, Unit>();
    this.#eachRow((table, row) => {
      const certificate = table.certificates[row]!;
      if (this.householdOf[table.first + row]! >= 0 || certificate === 0) return;
      const household = this.#byCertificate.get(certificate);
      if (household !== undefined) {
        this.householdOf[table.first + row] = household;
        return;
      }
      const unit = units.get(certificate);
      if (unit === undefined) units.set(certificate, { certificate, rows: [{ table, row }] });
      else unit.rows.push({ table, row });
    });
    return [...units.values()];
  }

  /** Remembers the heads, head names and places of all rows placed so far. */
  rememberHeads(): void {
    this.#eachRow((table, row) => {
      const household = this.householdOf[table.first + row]!;
      if (household >= 0) this.#know(table, row, household);
    });
  }

  /** Rows without number or certificate: a unit a head; where the head is unknown, a unit a row, those with a village first. */
  unplacedUnits(): readonly Unit[] {
    const byHead = new Map<number, Unit>();
    const named: Unit[] = [];
    const unplaced: Unit[] = [];
    this.#eachRow((table, row) => {
      if (this.householdOf[table.first + row]! >= 0 || table.certificates[row] !== 0) return;
      const head = this.#heads[table.first + row]!;
      const unit = head === unknownHead ? undefined : byHead.get(head);
      if (unit !== undefined) {
        unit.rows.push({ table, row });
        return;
      }
      const alone = { certificate: 0, rows: [{ table, row }] };
      if (head !== unknownHead) byHead.set(head, alone);
      else (this.#places.village(table.villages[row]!) === 0 ? unplaced : named).push(alone);
    });
    // A row without a village agrees with every village of its township: placed earlier, it could draw two villages into one
    // household.
    return [...byHead.values(), ...named, ...unplaced];
  }

  place(units: readonly Unit[]): void {
    for (const unit of units) {
      let household = this.#householdFor(unit);
      if (household < 0) {
        household = this.count;
        this.count += 1;
      }
      if (unit.certificate !== 0) this.#certified.add(household);
      for (const { table, row } of unit.rows) {
        this.householdOf[table.first + row] = household;
        this.#know(table, row, household);
      }
    }
  }

  #householdFor({ certificate, rows }: Unit): number {
    // Where both sides have a certificate, the two differ (`placeCertified`), so they are two households.
    const open = (household: number) => certificate === 0 || !this.#certified.has(household);
    for (const { table, row } of rows) {
      const head = this.#heads[table.first + row]!;
      const found = head === unknownHead ? undefined : this.#byHead.get(head)?.find(open);
      if (found !== undefined) return found;
    }
    const named = new Set<number>();
    for (const { table, row } of rows) {
      const own = this.#heads[table.first + row]!;
      const found = this.#byName.onlyOne(
        table,
        row,
        (household) => open(household) && (own === unknownHead || !this.#headed.has(household)),
      );
      if (found !== undefined) named.add(found);
    }
    const [only] = named;
    return named.size === 1 ? only! : -1;
  }

  #know(table: HouseholdTable, row: number, household: number): void {
    const head = this.#heads[table.first + row]!;
    this.#byName.add(table, row, household);
    if (head === unknownHead) return;
    this.#headed.add(household);
    const known = this.#byHead.get(head);
    if (known === undefined) this.#byHead.set(head, [household]);
    else if (!known.includes(household)) known.push(household);
  }

  #eachRow(visit: (table: HouseholdTable, row: number) => void): void {
    for (const table of this.#tables) for (let row = 0; row < table.length; row += 1) visit(table, row);
  }
}

/** Numbers follow the order in which households are found: by 户编号, then 低保证号, then head. */
export function householdGroups(
  tables: readonly HouseholdTable[],
  cases: PersonCases,
  places: ComparedPlaces,
  textCount: number,
): HouseholdGroups {
  const numbered = numberedHouseholds(tables, textCount);
  if (numbered.complete) return numbered;
  const grouping = new HouseholdGrouping(numbered, tables, cases, places);
  grouping.remember();
  const certified = grouping.placeCertified();
  grouping.rememberHeads();
  grouping.place(certified);
  grouping.place(grouping.unplacedUnits());
  // A copy, not the grouping: what it remembered on the way can be freed.
  return { count: grouping.count, householdOf: grouping.householdOf };
}
