import type { Cases } from '../../schemas/case.ts';
import type { SourceTable, SourceTables } from '../../schemas/source-table.ts';
import type { AnyRow } from '../../schemas/sources/rows.ts';
import type { SourceId } from '../../schemas/sources/source.ts';
import { normaliseTownship, type PlaceNames } from '../../schemas/values/place.ts';
import type { Absence, Found } from './rule.ts';

/** Where a source says nothing: one 城乡 area or one township (in the form that places are compared in). */
export interface Gap {
  readonly area: string;
  readonly township: string;
}

/** Fewer households than these may all have left between two lists: no sign that a source was sent in part. */
const enoughHouseholds = 5;

/** By area, or by township as compared: the numbers of the households that a source has there. No entry where it has no row. */
type Spread = ReadonlyMap<string, ReadonlySet<number>>;

/** Tells an absence from a list that was sent without an area or a township. */
export class Coverage {
  readonly #tables: SourceTables;
  readonly #cases: Cases;
  readonly #places: PlaceNames;
  readonly #townships = new Map<string, string>();
  readonly #named = { area: new Map<SourceId, ReadonlySet<string>>(), township: new Map<SourceId, ReadonlySet<string>>() };
  readonly #spreads = { area: new Map<SourceId, Spread>(), township: new Map<SourceId, Spread>() };

  constructor(tables: SourceTables, cases: Cases, places: PlaceNames) {
    this.#tables = tables;
    this.#cases = cases;
    this.#places = places;
  }

  /**
   * The gap that a subject stands in; that of its area goes first, since an area holds its townships. `cited`: what its
   * finding cites.
   */
  gapAround({ missingFrom, presentIn }: Absence, cited: Found['at'], township: string): Gap | undefined {
    const area = this.#areaOf(cited.find((place): place is AnyRow => place.source === presentIn && 'index' in place));
    if (area !== '' && missingFrom !== 'poverty-registration' && this.#leavesOut(missingFrom, presentIn, 'area', area)) {
      return { area, township: '' };
    }
    const compared = this.#compared(township);
    if (compared === '' || !this.#leavesOut(missingFrom, presentIn, 'township', compared)) return undefined;
    return { area: '', township: compared };
  }

  /** Households that a source has in an area or township. */
  householdsIn(source: SourceId, { area, township }: Gap): number {
    const spread = area === '' ? this.#spread(source, 'township') : this.#spread(source, 'area');
    return spread.get(area || township)?.size ?? 0;
  }

  #leavesOut(missingFrom: SourceId, presentIn: SourceId, by: 'area' | 'township', where: string): boolean {
    if (this.#placesOf(missingFrom, by).has(where)) return false;
    return (this.#spread(presentIn, by).get(where)?.size ?? 0) >= enoughHouseholds;
  }

  #compared(township: string): string {
    const known = this.#townships.get(township);
    if (known !== undefined) return known;
    const compared = normaliseTownship(township, this.#places);
    this.#townships.set(township, compared);
    return compared;
  }

  /**
   * '' where unknown: the system's 特困 rows have no area. The registration has no such column, for it is all about the
   * countryside.
   */
  #areaOf(row: AnyRow | undefined): string {
    if (row === undefined) return '';
    if (row.source === 'poverty-registration') return '农村';
    return 'area' in row ? row.area : '';
  }

  /**
   * Where a source has a row at all. That settles nearly every question; only for the others are households counted
   * (`#spread`).
   */
  #placesOf(source: SourceId, by: 'area' | 'township'): ReadonlySet<string> {
    const known = this.#named[by].get(source);
    if (known !== undefined) return known;
    const table = this.#tables[source] as SourceTable | undefined;
    const places = table === undefined ? new Set<string>() : this.#placesIn(table, by);
    this.#named[by].set(source, places);
    return places;
  }

  #placesIn(table: SourceTable, by: 'area' | 'township'): ReadonlySet<string> {
    if (by === 'area' && table.source === 'poverty-registration') return new Set(table.length > 0 ? ['农村'] : []);
    const written = new Set<number>();
    const codes = table.codes(by);
    let last = -1;
    for (let row = 0; row < table.length; row += 1) {
      if (codes[row] === last) continue;
      last = codes[row]!;
      written.add(last);
    }
    const texts = [...written].map((code) => table.texts.text(code));
    return new Set(texts.map((text) => (by === 'township' ? this.#compared(text) : text)));
  }

  #spread(source: SourceId, by: 'area' | 'township'): Spread {
    const known = this.#spreads[by].get(source);
    if (known !== undefined) return known;
    const table = this.#tables[source] as SourceTable | undefined;
    const spread = table === undefined ? new Map() : this.#measure(table, by);
    this.#spreads[by].set(source, spread);
    return spread;
  }

  #measure(table: SourceTable, by: 'area' | 'township'): Spread {
    const registration = table.source === 'poverty-registration';
    const places = by === 'area' && registration ? undefined : table.codes(by);
    const numbers = registration ? table.codes('householdId') : undefined;
    const byCode = new Map<number, Set<number>>();
    for (let index = 0; index < table.length; index += 1) {
      const code = places?.[index] ?? 0;
      const households = byCode.get(code) ?? new Set();
      byCode.set(code, households);
      households.add(numbers?.[index] ?? this.#cases.householdOf({ source: table.source, index }));
    }
    const spread = new Map<string, Set<number>>();
    for (const [code, households] of byCode) {
      const text = table.texts.text(code);
      const place = by === 'township' ? this.#compared(text) : registration ? '农村' : text;
      if (place === '') continue;
      const together = spread.get(place);
      if (together === undefined) spread.set(place, households);
      else for (const household of households) together.add(household);
    }
    return spread;
  }
}
