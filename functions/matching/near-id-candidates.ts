import { checkFactors } from '../../schemas/values/resident-id.ts';
import type { CandidateSides } from './candidate-blocks.ts';
import type { IdTable } from './id-table.ts';
import type { SameIdGroups } from './same-id-groups.ts';

const factors = [...checkFactors, 1];

/** The 18 characters of an id as numbers, X as 10. */
function characters(ids: IdTable, number: number, into: Uint8Array): void {
  let [high, low] = [ids.high[number]!, ids.low[number]!];
  for (let at = 7; at >= 0; at -= 1) {
    into[at] = high % 10;
    high = Math.floor(high / 10);
  }
  for (let at = 16; at >= 8; at -= 1) {
    into[at] = low % 10;
    low = Math.floor(low / 10);
  }
  into[17] = ids.tail[number]!;
}

/** A right id leaves 1 when divided by 11. */
function remainder(of: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < 18; at += 1) sum += of[at]! * factors[at]!;
  return sum % 11;
}

/** Typed as integers: were the look-ups handed floating-point numbers, V8 would compile the hot code of `IdTable` once more. */
const powers = Int32Array.from({ length: 9 }, (_, at) => 10 ** (8 - at));

/**
 * Pairs of ids one slip apart: a character replaced, or two neighbours swapped. The check digit tells every such
 * slip from a right id, so one of the two is always wrong: only wrong ids, which are few, look up all their neighbours.
 */
function nearIdPairs(ids: IdTable, faulty: readonly number[]): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  const own = new Uint8Array(18);
  const wrong = new Set<number>();
  for (const number of faulty) {
    characters(ids, number, own);
    if (remainder(own) !== 1) wrong.add(number);
  }
  for (const from of wrong) {
    characters(ids, from, own);
    lookUpNeighbours(own, ids.high[from]!, ids.low[from]!, (high, low, tail) => {
      const other = ids.find(high, low, tail);
      // Two wrong ids find each other; the pair counts once.
      if (other >= 0 && (other > from || !wrong.has(other))) pairs.push([from, other]);
    });
  }
  return pairs;
}

function lookUpNeighbours(
  own: Uint8Array,
  high: number,
  low: number,
  lookUp: (high: number, low: number, tail: number) => void,
): void {
  const tail = own[17]!;
  for (let at = 0; at < 18; at += 1) {
    for (let character = 0; character <= (at === 17 ? 10 : 9); character += 1) {
      const change = character - own[at]!;
      if (change === 0) continue;
      if (at === 17) lookUp(high, low, character);
      else if (at < 8) lookUp(high + change * powers[at + 1]!, low, tail);
      else lookUp(high, low + change * powers[at - 8]!, tail);
    }
  }
  for (let at = 0; at < 17; at += 1) {
    const change = own[at + 1]! - own[at]!;
    // An X has its place at the end only.
    if (change === 0 || (at === 16 && tail === 10)) continue;
    if (at < 7) lookUp(high + change * (powers[at + 1]! - powers[at + 2]!), low, tail);
    else if (at === 7) lookUp(high + change, low - change * powers[0]!, tail);
    else if (at < 16) lookUp(high, low + change * (powers[at - 8]! - powers[at - 7]!), tail);
    else lookUp(high, low + change, own[16]!);
  }
}

/**
 * Near ids whose groups pass the test that all candidates have to pass. `faulty`: the numbers, ascending, of the ids with a
 * problem; those of a right birth date and check digit need not be computed once more.
 */
export function nearIdCandidates(
  { ids, faulty }: Pick<SameIdGroups, 'ids' | 'faulty'>,
  possible: (one: number, other: number) => boolean,
): CandidateSides[] {
  return nearIdPairs(ids, faulty)
    .filter(([one, other]) => possible(one, other))
    .map(([one, other]) => ({ basis: 'near-id', ones: [one], others: [other] }));
}
