import { type MatchBasis, matchBases } from '../../schemas/case.ts';
import type { CandidateSides } from './candidate-blocks.ts';
import { personSources } from './person-tables.ts';
import { RowGroups } from './row-groups.ts';

/** A set of groups joined into one person. */
export interface Join {
  /** Ascending. */
  readonly groups: readonly number[];
  readonly basis: MatchBasis;
}

/** Who is a candidate of whom, over the groups of step 1. */
export class CandidateGraph {
  readonly #sides: readonly CandidateSides[];
  /** Positions of `#sides` by group, as 2 × position, plus 1 where the group is on the other side. */
  readonly #stands: RowGroups;
  readonly #standAt: Int32Array;
  readonly #groupCount: number;
  #groups: readonly number[] | undefined;

  constructor(sides: readonly CandidateSides[], groupCount: number) {
    this.#sides = sides;
    this.#groupCount = groupCount;
    let count = 0;
    for (const { ones, others } of sides) count += ones.length + others.length;
    const groupOf = new Int32Array(count);
    this.#standAt = new Int32Array(count);
    let at = 0;
    const put = (groups: readonly number[], stand: number) => {
      for (const group of groups) {
        groupOf[at] = group;
        this.#standAt[at] = stand;
        at += 1;
      }
    };
    for (const [position, { ones, others }] of sides.entries()) {
      put(ones, position * 2);
      put(others, position * 2 + 1);
    }
    this.#stands = new RowGroups(groupOf, groupCount);
  }

  /** Groups with candidates, ascending. */
  groups(): readonly number[] {
    this.#groups ??= this.#groupsWithStand();
    return this.#groups;
  }

  #groupsWithStand(): readonly number[] {
    const found: number[] = [];
    for (let group = 0; group < this.#groupCount; group += 1) {
      if (this.#stands.start(group) < this.#stands.start(group + 1)) found.push(group);
    }
    return found;
  }

  /** The candidates of a group, ascending, each with the basis of the pair. */
  of(group: number): ReadonlyMap<number, MatchBasis> {
    const found = new Map<number, MatchBasis>();
    for (const position of this.#stands.of(group)) {
      const stand = this.#standAt[position]!;
      const { ones, others, basis } = this.#sides[stand >> 1]!;
      for (const other of stand % 2 === 0 ? others : ones) found.set(other, basis);
    }
    return new Map([...found].sort(([one], [other]) => one - other));
  }

  /**
   * Connected sets in which all are candidates of each other. A set of more groups than there are sources has two of
   * one source, so it is not looked at twice.
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
    const parent = new Int32Array(this.#groupCount);
    for (let group = 0; group < parent.length; group += 1) parent[group] = group;
    const rootOf = (group: number): number => {
      let root = group;
      while (parent[root] !== root) {
        parent[root] = parent[parent[root]!]!;
        root = parent[root]!;
      }
      return root;
    };
    const unite = (one: number, other: number) => {
      const [root, otherRoot] = [rootOf(one), rootOf(other)];
      parent[Math.max(root, otherRoot)] = Math.min(root, otherRoot);
    };
    for (const { ones, others } of this.#sides) {
      for (const other of others) unite(ones[0]!, other);
      for (const one of ones) unite(one, others[0]!);
    }
    const sets = new Map<number, number[]>();
    for (const group of this.groups()) {
      const root = rootOf(group);
      const known = sets.get(root);
      if (known === undefined) sets.set(root, [group]);
      else known.push(group);
    }
    return sets.values();
  }
}
