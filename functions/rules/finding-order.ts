import type { SubjectKind } from '../../schemas/finding.ts';
import { byCodePoints } from '../../schemas/values/code-point-order.ts';
import type { FindingStore } from './finding-store.ts';
import type { Subjects } from './rule.ts';
import type { SubjectColumns } from './subject-columns.ts';

/** Findings of one rule in one village. */
export type Village = readonly number[];

/**
 * Findings of one rule, village by village in output order. Only places are compared here, as ranks: what else the order
 * asks for is looked up a village at a time, so that no more than a village's subjects are ever held.
 */
export function villagesOf(store: FindingStore, findings: readonly number[]): readonly Village[] {
  const ranks = rankOf(store, findings);
  const placeOf = (finding: number) =>
    ranks.get(store.township.at(finding))! * ranks.size + ranks.get(store.village.at(finding))!;
  const places = new Map<number, number[]>();
  for (const finding of findings) {
    const place = placeOf(finding);
    const known = places.get(place);
    if (known === undefined) places.set(place, [finding]);
    else known.push(finding);
  }
  return [...places].sort(([one], [other]) => one - other).map(([, village]) => village);
}

/** The place in code point order of each text that names a township or village of these findings. */
function rankOf(store: FindingStore, findings: readonly number[]): ReadonlyMap<number, number> {
  const codes = new Set<number>();
  for (const finding of findings) codes.add(store.township.at(finding)).add(store.village.at(finding));
  const sorted = [...codes].sort((one, other) => byCodePoints(store.texts.textOf(one), store.texts.textOf(other)));
  return new Map(sorted.map((code, rank) => [code, rank]));
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
  const texts = ({ finding, columns: { householdId, idNumber, name, key } }: Placed) => [
    householdId,
    idNumber,
    name,
    key,
    store.extra(finding).aspect,
    store.expected(finding),
    store.actual(finding),
  ];
  return (one: Placed, other: Placed): number => {
    const byName =
      byCodePoints(one.columns.householdId, other.columns.householdId) ||
      byCodePoints(one.columns.idNumber, other.columns.idNumber);
    if (byName !== 0) return byName;
    const others = texts(other);
    for (const [at, text] of texts(one).entries()) {
      const byText = byCodePoints(text, others[at]!);
      if (byText !== 0) return byText;
    }
    const byAmount = (store.amount(one.finding) ?? 0) - (store.amount(other.finding) ?? 0);
    return byAmount || byCodePoints(factsOf(one), factsOf(other)) || one.finding - other.finding;
  };
}
