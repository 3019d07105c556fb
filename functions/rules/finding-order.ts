import type { SubjectKind } from '../../schemas/finding.ts';
import { byCodePoints } from '../../schemas/values/code-point-order.ts';
import type { FindingStore } from './finding-store.ts';
import type { Subjects } from './rule.ts';
import type { SubjectColumns } from './subject-columns.ts';

/** Findings of one rule in one village. */
export type Village = readonly number[];

/**
 * Findings of one rule, village by village in output order. Only places are compared here, as ranks (`placeRanks`): what else
 * the order asks for is looked up a village at a time, so that no more than a village's subjects are ever held.
 */
export function villagesOf(store: FindingStore, ranks: Uint32Array, findings: readonly number[]): readonly Village[] {
  const places = new Map<number, number[]>();
  let last = -1;
  let village: number[] = [];
  for (const finding of findings) {
    const place = ranks[store.township[finding]!]! * ranks.length + ranks[store.village[finding]!]!;
    // Findings of one village mostly follow each other.
    if (place !== last) {
      last = place;
      village = places.get(place) ?? [];
      places.set(place, village);
    }
    village.push(finding);
  }
  return [...places].sort(([one], [other]) => one - other).map(([, each]) => each);
}

/** By text code: its place in code point order among the townships and villages of all findings. */
export function placeRanks({ length, township, village, texts }: FindingStore): Uint32Array {
  const names = new Uint8Array(texts.size);
  for (let finding = 0; finding < length; finding += 1) {
    names[township[finding]!] = 1;
    names[village[finding]!] = 1;
  }
  const codes = [...names.keys()].filter((code) => names[code] === 1);
  codes.sort((one, other) => byCodePoints(texts.textOf(one), texts.textOf(other)));
  const ranks = new Uint32Array(texts.size);
  for (const [rank, code] of codes.entries()) ranks[code] = rank;
  return ranks;
}

/** A finding with what its order within a village depends on. */
export interface Placed {
  readonly finding: number;
  /** Of the kind that the rule asks for. */
  readonly subject: Subjects[SubjectKind];
  readonly columns: SubjectColumns;
}

/**
 * Household, id and name, as the output promises; then whatever tells two findings apart without an address, so that the
 * order, and with it the running numbers in the ids, does not follow the files' names.
 */
export function inVillageOrder(store: FindingStore, factsOf: (placed: Placed) => string) {
  return (one: Placed, other: Placed): number =>
    byCodePoints(one.columns.householdId, other.columns.householdId) ||
    byCodePoints(one.columns.idNumber, other.columns.idNumber) ||
    byCodePoints(one.columns.name, other.columns.name) ||
    byCodePoints(one.columns.key, other.columns.key) ||
    byCodePoints(store.extra(one.finding).aspect, store.extra(other.finding).aspect) ||
    byCodePoints(store.expected(one.finding), store.expected(other.finding)) ||
    byCodePoints(store.actual(one.finding), store.actual(other.finding)) ||
    (store.amount(one.finding) ?? 0) - (store.amount(other.finding) ?? 0) ||
    byCodePoints(factsOf(one), factsOf(other)) ||
    one.finding - other.finding;
}
