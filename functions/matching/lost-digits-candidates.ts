import { BlockEntries, type CandidateSides, candidatesInBlocks } from './candidate-blocks.ts';
import type { GroupNames } from './group-names.ts';
import type { PersonTables } from './person-tables.ts';
import type { SameIdGroups } from './same-id-groups.ts';

/** Size of the first sieve below. A prime, so that the first eight digits (area and year of birth) spread evenly over it. */
const placeCount = 65_521;

const cutLength = 15;

/**
 * Ids that a spreadsheet cut to 15 digits, and the ids (whole, cut or of no valid form) that begin with the same 15. The 15
 * digits are an exact number, so they serve as the key as they are.
 */
export function lostDigitsCandidates(people: PersonTables, groups: SameIdGroups, names: GroupNames): CandidateSides[] {
  const { ids, groupOf } = groups;
  const entries = new BlockEntries();
  const blocks = new Map<number, number>();
  const lost = new Set<number>();
  for (const row of groups.withoutId) {
    const digits = people.lostDigits(row);
    if (digits === '') continue;
    const key = Number(digits);
    const block = blocks.get(key) ?? blocks.size;
    blocks.set(key, block);
    const group = groupOf[row]!;
    lost.add(group);
    for (const name of names.of(group)) entries.add(block, group, name);
  }
  if (blocks.size === 0) return [];
  for (const row of groups.withoutId) {
    const group = groupOf[row]!;
    const digits = lost.has(group) ? '' : people.idText(row).slice(0, cutLength);
    const block = /^\d{15}$/.test(digits) ? blocks.get(Number(digits)) : undefined;
    if (block === undefined) continue;
    for (const name of names.of(group)) entries.add(block, group, name);
  }
  // The first eight digits rule nearly everybody out, and cost less to ask than a key of fifteen.
  const places = new Uint8Array(placeCount);
  for (const key of blocks.keys()) places[Math.floor(key / 1e7) % placeCount] = 1;
  for (let group = 0; group < ids.count; group += 1) {
    if (places[ids.high[group]! % placeCount] === 0) continue;
    const block = blocks.get(ids.high[group]! * 1e7 + Math.floor(ids.low[group]! / 100));
    if (block === undefined) continue;
    for (const name of names.of(group)) entries.add(block, group, name);
  }
  return candidatesInBlocks(entries, blocks.size, {
    basis: 'lost-digits',
    names: names.compared,
    sources: groups.sources,
    weak: (group) => lost.has(group),
  });
}
