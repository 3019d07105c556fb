import type { MatchBasis } from '../../schemas/case.ts';
import type { ComparedNames } from './compared-names.ts';
import { RowGroups } from './row-groups.ts';

/** Every group of the one side is a candidate of every group of the other, on this basis. */
export interface CandidateSides {
  readonly basis: MatchBasis;
  readonly ones: readonly number[];
  readonly others: readonly number[];
}

/** Which groups stand under which key with which names. One group may stand in several blocks, with several names. */
export class BlockEntries {
  readonly blocks: number[] = [];
  readonly groups: number[] = [];
  /** Normalised codes. */
  readonly names: number[] = [];

  add(block: number, group: number, name: number): void {
    this.blocks.push(block);
    this.groups.push(group);
    this.names.push(name);
  }
}

/** Groups of a block with one name, the same sources and the same `weak`: who is a candidate of one is one of all. */
interface Alike {
  readonly name: number;
  readonly sources: number;
  readonly weak: boolean;
  readonly members: number[];
}

export interface BlockRules {
  readonly basis: MatchBasis;
  readonly names: ComparedNames;
  /** By group: a mask of the sources that it has rows in. Two groups of one source are never candidates. */
  readonly sources: Uint8Array;
  /** The group's own id does not tell who it is. One group of each pair has to be such a one: two good ids are two people. */
  readonly weak: (group: number) => boolean;
}

function alikeGroups(positions: Int32Array, entries: BlockEntries, rules: BlockRules): readonly Alike[] {
  const alike = new Map<number, Alike>();
  for (const position of positions) {
    const group = entries.groups[position]!;
    const name = entries.names[position]!;
    const sources = rules.sources[group]!;
    const weak = rules.weak(group);
    const key = name * 512 + sources * 2 + (weak ? 1 : 0);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { name, sources, weak, members: [group] });
    else if (known.members.at(-1) !== group) known.members.push(group);
  }
  return [...alike.values()];
}

/** Pairs whose names agree: equal without interpuncts, or, where one has an unreadable letter, compared letter by letter. */
function* namesakes(all: readonly Alike[], names: ComparedNames): Generator<readonly [Alike, Alike]> {
  const byName = new Map<number, Alike[]>();
  for (const [at, one] of all.entries()) {
    if (names.doubtful(one.name)) {
      for (const [otherAt, other] of all.entries()) {
        const seenFromThere = otherAt < at && names.doubtful(other.name);
        if (otherAt !== at && !seenFromThere && names.agree(one.name, other.name)) yield [one, other];
      }
      continue;
    }
    const bare = names.bare(one.name);
    const known = byName.get(bare);
    if (known === undefined) byName.set(bare, [one]);
    else {
      for (const other of known) yield [other, one];
      known.push(one);
    }
  }
}

/**
 * Candidates among the groups of each block. A block of thousands of namesakes gives a few pairs of sides, not millions
 * of pairs of groups, so the work stays near the number of entries.
 */
export function candidatesInBlocks(entries: BlockEntries, blockCount: number, rules: BlockRules): CandidateSides[] {
  const found: CandidateSides[] = [];
  const blocks = new RowGroups(Int32Array.from(entries.blocks), blockCount);
  for (let block = 0; block < blockCount; block += 1) {
    const positions = blocks.of(block);
    if (positions.length < 2) continue;
    for (const [one, other] of namesakes(alikeGroups(positions, entries, rules), rules.names)) {
      if ((one.sources & other.sources) !== 0 || !(one.weak || other.weak)) continue;
      found.push({ basis: rules.basis, ones: one.members, others: other.members });
    }
  }
  return found;
}
