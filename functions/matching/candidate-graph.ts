import { type MatchBasis, matchBases } from '../../schemas/case.ts';
import type { CandidateSides } from './candidate-blocks.ts';
import { personSources } from './person-tables.ts';

/** A set of groups joined into one person. */
export interface Join {
  /** Ascending. */
  readonly groups: readonly number[];
  readonly basis: MatchBasis;
}

/** Who is a candidate of whom, over the groups of step 1. Nearly all groups have none: only the others are held here. */
export class CandidateGraph {
  readonly #sides: readonly CandidateSides[];
  /** Positions of `#sides` by group, as 2 × position, plus 1 where the group is on the other side. */
  readonly #stands: ReadonlyMap<number, readonly number[]>;
  /** Groups with candidates, ascending. */
  readonly groups: readonly number[];

  /** `sides`: those of the stronger bases first. */
  constructor(sides: readonly CandidateSides[]) {
    this.#sides = sides;
    const stands = new Map<number, number[]>();
    const put = (groups: readonly number[], stand: number) => {
      for (const group of groups) {
        const known = stands.get(group);
        if (known === undefined) stands.set(group, [stand]);
        else known.push(stand);
      }
    };
    for (const [position, { ones, others }] of sides.entries()) {
      put(ones, position * 2);
      put(others, position * 2 + 1);
    }
    this.#stands = stands;
    this.groups = [...stands.keys()].sort((one, other) => one - other);
  }

  /** The candidates of a group, ascending, each with the basis of the pair: the first of the sides that it stands in. */
  of(group: number): ReadonlyMap<number, MatchBasis> {
    const found = new Map<number, MatchBasis>();
    for (const stand of this.#stands.get(group) ?? []) {
      const { ones, others, basis } = this.#sides[stand >> 1]!;
      for (const other of stand % 2 === 0 ? others : ones) if (!found.has(other)) found.set(other, basis);
    }
    return new Map([...found].sort(([one], [other]) => one - other));
  }

  /**
   * Connected sets in which all are candidates of each other. A set of more groups than there are sources has two groups
   * of one source, which are never candidates: it is passed over, however large, without looking at its pairs.
   */
  joins(): readonly Join[] {
    const joins: Join[] = [];
    for (const groups of this.#connected()) {
      if (groups.length > personSources.length) continue;
      let weakest = 0;
      let complete = true;
      for (const group of groups) {
        const candidates = this.of(group);
        complete &&= candidates.size === groups.length - 1;
        for (const basis of candidates.values()) weakest = Math.max(weakest, matchBases.indexOf(basis));
      }
      if (complete) joins.push({ groups, basis: matchBases[weakest]! });
    }
    return joins;
  }

  #connected(): Iterable<readonly number[]> {
    const parent = new Map<number, number>();
    for (const group of this.groups) parent.set(group, group);
    const rootOf = (group: number): number => {
      let root = group;
      for (let next = parent.get(root)!; next !== root; next = parent.get(root)!) {
        parent.set(root, parent.get(next)!);
        root = parent.get(root)!;
      }
      return root;
    };
    const unite = (one: number, other: number) => {
      const root = rootOf(one);
      const otherRoot = rootOf(other);
      parent.set(Math.max(root, otherRoot), Math.min(root, otherRoot));
    };
    for (const { ones, others } of this.#sides) {
      for (const other of others) unite(ones[0]!, other);
      for (const one of ones) unite(one, others[0]!);
    }
    const sets = new Map<number, number[]>();
    for (const group of this.groups) {
      const root = rootOf(group);
      const known = sets.get(root);
      if (known === undefined) sets.set(root, [group]);
      else known.push(group);
    }
    return sets.values();
  }
}
