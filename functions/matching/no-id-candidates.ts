import { BlockEntries, type CandidateSides, candidatesInBlocks } from './candidate-blocks.ts';
import type { ComparedPlaces } from './compared-places.ts';
import type { GroupNames } from './group-names.ts';
import type { PersonTables } from './person-tables.ts';
import type { SameIdGroups } from './same-id-groups.ts';

/** The place of every person row as `ComparedPlaces` numbers it, -1 where township or village is not given. */
function placeOfRows({ tables, rowCount }: PersonTables, places: ComparedPlaces): Int32Array {
  const placeOf = new Int32Array(rowCount).fill(-1);
  for (const { townships, villages, first, length } of tables) {
    if (townships === undefined || villages === undefined) continue;
    // Files go village by village, so the last answer is nearly always the next one.
    let [township, village, place] = [-1, -1, -1];
    for (let row = 0; row < length; row += 1) {
      if (townships[row] !== township || villages[row] !== village) {
        township = townships[row]!;
        village = villages[row]!;
        place = places.number(township, village);
      }
      placeOf[first + row] = place;
    }
  }
  return placeOf;
}

/** Groups whose id says nothing: missing, ill-formed, or cut to fewer than 15 digits. Each is one row. */
const groupsWithoutId = (people: PersonTables, { withoutId, groupOf }: SameIdGroups): readonly number[] =>
  withoutId.filter((row) => people.lostDigits(row) === '').map((row) => groupOf[row]!);

const keyOf = (place: number, bareName: number) => place * 2 ** 28 + bareName;

/**
 * Persons without an id and their namesakes in the same village. Name and place may stand in different rows of a group,
 * so a group stands in the block of each of its places with each of its names; those that nobody without an id could
 * agree with are left out.
 */
export function noIdCandidates(
  people: PersonTables,
  groups: SameIdGroups,
  names: GroupNames,
  places: ComparedPlaces,
): CandidateSides[] {
  const withoutId = groupsWithoutId(people, groups);
  if (withoutId.length === 0) return [];
  const placeOf = placeOfRows(people, places);
  const { compared } = names;
  const wanted = new Set<number>();
  const blocks = new Map<number, number>();
  const anyNameWanted = new Set<number>();
  const isWeak = new Uint8Array(groups.count);
  for (const group of withoutId) {
    const place = placeOf[groups.rows.at(groups.rows.start(group))]!;
    if (place < 0) continue;
    isWeak[group] = 1;
    if (!blocks.has(place)) blocks.set(place, blocks.size);
    for (const name of names.of(group)) {
      if (compared.doubtful(name)) anyNameWanted.add(place);
      else wanted.add(keyOf(place, compared.bare(name)));
    }
  }
  const entries = new BlockEntries();
  for (let group = 0; group < groups.count; group += 1) {
    const groupPlaces = placesAmong(blocks, placeOf, groups, group);
    if (groupPlaces.length === 0) continue;
    for (const name of names.of(group)) {
      for (const place of groupPlaces) {
        const fits = compared.doubtful(name) || anyNameWanted.has(place) || wanted.has(keyOf(place, compared.bare(name)));
        if (fits) entries.add(blocks.get(place)!, group, name);
      }
    }
  }
  return candidatesInBlocks(entries, blocks.size, {
    basis: 'no-id',
    names: compared,
    sources: groups.sources,
    weak: (group) => isWeak[group] === 1,
  });
}

const nowhere: readonly number[] = [];

function placesAmong(
  blocks: ReadonlyMap<number, number>,
  placeOf: Int32Array,
  { rows }: SameIdGroups,
  group: number,
): readonly number[] {
  let found: number[] | undefined;
  let last = -1;
  const end = rows.start(group + 1);
  for (let at = rows.start(group); at < end; at += 1) {
    const place = placeOf[rows.at(at)]!;
    if (place === last) continue;
    last = place;
    if (!blocks.has(place) || found?.includes(place)) continue;
    if (found === undefined) found = [place];
    else found.push(place);
  }
  return found ?? nowhere;
}
