import { householdBits } from '../../schemas/signs.ts';
import type { SourceTables } from '../../schemas/source-table.ts';
import { standsInBook } from './assisted-rows.ts';
import type { ComparedPlaces } from './compared-places.ts';
import type { HouseholdSpan } from './household-tables.ts';
import type { PersonCases } from './person-cases.ts';
import type { PersonFacts } from './person-facts.ts';
import { orderOf } from './person-tables.ts';

type Register = 'dibao-roster' | 'assistance-system';

/** What the signs of households are told from. */
export interface HouseholdSignSources {
  readonly tables: SourceTables;
  readonly spans: readonly HouseholdSpan[];
  /** By running number of the row. */
  readonly householdOf: Int32Array;
  readonly count: number;
  readonly persons: PersonCases;
  readonly facts: PersonFacts;
  readonly places: ComparedPlaces;
}

/** A register's rows as the signs need them. */
interface Book {
  readonly source: Register;
  readonly table: NonNullable<SourceTables[Register]>;
  readonly length: number;
  /** By row: its household. */
  readonly home: Int32Array;
  /** By row: 1 where the household stands in the book by it. */
  readonly standing: Uint8Array;
}

function booksOf({ tables, spans, householdOf, facts }: HouseholdSignSources): readonly Book[] {
  const books: Book[] = [];
  for (const { source, first, length } of spans) {
    if (source === 'payment-list') continue;
    const home = householdOf.subarray(first, first + length);
    const assisted = source === 'dibao-roster' ? facts.roster : facts.system;
    const standing = assisted.map((as) => (standsInBook(as) ? 1 : 0));
    books.push({ source, table: tables[source]!, length, home, standing });
  }
  return books;
}

/** The signs of every household as bits, told column by column. */
export function householdSigns(from: HouseholdSignSources): Uint16Array {
  const signs = new Uint16Array(from.count);
  const books = booksOf(from);
  for (const book of books) markStanding(signs, book);
  markListed(signs, from, books);
  markDeaths(signs, from);
  const { places } = from;
  markAmounts(signs, books);
  const first = new Int32Array(from.count);
  const differ = (bit: number, field: string, compared = asWritten) => {
    first.fill(-1);
    for (const book of books) markDiffering(signs, first, book, bit, book.table.codes(field), compared);
  };
  differ(householdBits['accounts-differ'], 'account');
  differ(householdBits['categories-differ'], 'area');
  differ(householdBits['categories-differ'], 'category');
  differ(householdBits['places-differ'], 'township', (code) => places.township(code));
  differ(householdBits['places-differ'], 'village', (code) => places.village(code));
  markMembers(signs, books, from);
  for (const book of books) markCounts(signs, book);
  return signs;
}

const asWritten = (code: number): number => code;

function markStanding(signs: Uint16Array, { source, table, length, home, standing }: Book): void {
  const bit = source === 'dibao-roster' ? householdBits['in-roster'] : householdBits['in-system'];
  const [covered, ends, statuses] = [table.numbers('covered'), table.numbers('endDate'), table.codes('status')];
  const stopped = table.texts.intern('停保');
  for (let row = 0; row < length; row += 1) {
    if (standing[row] === 1) signs[home[row]!]! |= bit;
    if (covered[row] === 1 && Number.isNaN(ends[row]) && statuses[row] !== stopped)
      signs[home[row]!]! |= householdBits['open-ended'];
  }
}

function markListed(signs: Uint16Array, { tables, spans, householdOf }: HouseholdSignSources, books: readonly Book[]): void {
  const [list, span] = [tables['payment-list'], spans.find(({ source }) => source === 'payment-list')];
  if (list === undefined || span === undefined) return;
  const approved = largestAmounts(books, signs.length);
  const [amounts, others, months] = [list.numbers('amount'), list.numbers('otherAmount'), list.numbers('months')];
  const kinds = list.codes('kind');
  const regular = list.texts.intern('正常');
  for (let row = 0; row < list.length; row += 1) {
    if (kinds[row] !== regular) continue;
    const household = householdOf[span.first + row]!;
    // Without a number of months nothing equals it, so it differs.
    const differs = (amounts[row] || 0) - (others[row] || 0) !== approved[household]! * months[row]!;
    const again = (signs[household]! & householdBits['on-list']) !== 0;
    signs[household]! |= householdBits['on-list'] | (differs || again ? householdBits['list-differs'] : 0);
  }
}

/** By household: the largest monthly amount by which it stands in the system, minus infinity for none. */
function largestAmounts(books: readonly Book[], count: number): Float64Array {
  const largest = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  for (const { source, table, length, home, standing } of books) {
    if (source !== 'assistance-system') continue;
    const amounts = table.numbers('monthlyAmount');
    for (let row = 0; row < length; row += 1) {
      if (standing[row] === 1 && amounts[row]! > largest[home[row]!]!) largest[home[row]!] = amounts[row]!;
    }
  }
  return largest;
}

/** Households with a row of somebody who stands in the death register, whatever the day. */
function markDeaths(signs: Uint16Array, { spans, householdOf, persons }: HouseholdSignSources): void {
  const deaths = persons.people.tables.find(({ source }) => source === 'death-register');
  if (deaths === undefined) return;
  const died = new Uint8Array(persons.count);
  for (let row = 0; row < deaths.length; row += 1) died[persons.caseOf[deaths.first + row]!] = 1;
  for (const { source, first, length } of spans) {
    for (let row = 0; row < length; row += 1) {
      if (died[persons.caseOfRow(source, row)] === 1) signs[householdOf[first + row]!]! |= householdBits['dead-member'];
    }
  }
}

/** `first` holds the code of the first standing row of each household, -1 where there was none yet. */
function markDiffering(
  signs: Uint16Array,
  first: Int32Array,
  { length, home, standing }: Book,
  bit: number,
  codes: Int32Array,
  compared: (code: number) => number,
): void {
  for (let row = 0; row < length; row += 1) {
    if (standing[row] === 0) continue;
    const household = home[row]!;
    const code = codes[row]!;
    const before = first[household]!;
    if (before === -1) first[household] = code;
    else if (before !== code && compared(before) !== compared(code)) signs[household]! |= bit;
  }
}

/** A blank amount differs from any other here. That marks more than disagrees, as a sign may: the rules look closer. */
function markAmounts(signs: Uint16Array, books: readonly Book[]): void {
  const first = new Float64Array(signs.length).fill(Number.NEGATIVE_INFINITY);
  for (const { table, length, home, standing } of books) {
    const amounts = table.numbers('monthlyAmount');
    for (let row = 0; row < length; row += 1) {
      if (standing[row] === 0) continue;
      const household = home[row]!;
      const amount = amounts[row]!;
      const before = first[household]!;
      if (before === Number.NEGATIVE_INFINITY) first[household] = amount;
      else if (before !== amount && !(Number.isNaN(before) && Number.isNaN(amount))) {
        signs[household]! |= householdBits['amounts-differ'];
      }
    }
  }
}

/**
 * By running number of the row: twice the household in which it stands, plus 0 or 1 for the book; -1 for rows that stand
 * in none.
 */
function standsOf(books: readonly Book[], { people }: PersonCases): Int32Array {
  const stands = new Int32Array(people.rowCount).fill(-1);
  for (const [at, { source, length, home, standing }] of books.entries()) {
    const first = people.firstOf(orderOf[source]);
    for (let row = 0; row < length; row += 1) if (standing[row] === 1) stands[first + row] = home[row]! * 2 + at;
  }
  return stands;
}

/** Households of somebody who stands in them in one book and not in the other, or twice in one book. */
function markMembers(signs: Uint16Array, books: readonly Book[], { persons }: HouseholdSignSources): void {
  const { rows } = persons;
  const stands = standsOf(books, persons);
  for (let person = 0; person < persons.count; person += 1) {
    const start = rows.start(person);
    const end = rows.start(person + 1);
    for (let at = start; at < end; at += 1) {
      const own = stands[rows.at(at)]!;
      if (own < 0) continue;
      let inOther = false;
      for (let otherAt = start; otherAt < end; otherAt += 1) {
        const other = otherAt === at ? -1 : stands[rows.at(otherAt)]!;
        if (other === own) signs[own >> 1]! |= householdBits['counts-differ'];
        // The last bit is the book: the same household in the other one.
        else if (other === (own ^ 1)) inOther = true;
      }
      if (!inOther) signs[own >> 1]! |= householdBits['members-differ'];
    }
  }
}

/** A stated number of persons that is not that of the household's rows; a person with two rows is told by `markMembers`. */
function markCounts(signs: Uint16Array, { table, length, home, standing }: Book): void {
  const stated = table.numbers('coveredCount');
  const counted = new Int32Array(signs.length);
  for (let row = 0; row < length; row += 1) if (standing[row] === 1) counted[home[row]!]! += 1;
  for (let row = 0; row < length; row += 1) {
    const count = stated[row]!;
    const wrong = standing[row] === 1 && !Number.isNaN(count) && count !== counted[home[row]!];
    if (wrong) signs[home[row]!]! |= householdBits['counts-differ'];
  }
}
