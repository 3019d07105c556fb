import type { Fen } from './values/money.ts';

/** How a claim came out, in a clerk's words; every claim has exactly one. */
export const claimVerdicts = ['一致', '未发', '发放失败', '重复发放', '少发', '多发', '待追回'] as const;
export type ClaimVerdict = (typeof claimVerdicts)[number];

/** One household of the payment list in the sheet 逐户核对. Made by `functions/rules/payout/household-verdicts.ts`. */
export interface HouseholdVerdict {
  readonly township: string;
  readonly village: string;
  readonly householdId: string;
  readonly headName: string;
  readonly headId: string;
  /** Digits of each of its accounts on the list; empty where it has none. */
  readonly accounts: readonly string[];
  readonly due: Fen;
  readonly paid: Fen;
  /** Of its claims, in the order of `claimVerdicts`: 一致 alone, or whatever is not. Equal sums may hide two claims that disagree. */
  readonly verdicts: readonly ClaimVerdict[];
  /** Reason class and the bank's words where a payment failed, else ''. */
  readonly reason: string;
}

/** Every household of the payment list in the list's own order, made while it is asked for and never held all at once. */
export interface HouseholdVerdicts extends Iterable<HouseholdVerdict> {
  readonly count: number;
  /** Over all of them. */
  readonly due: Fen;
  readonly paid: Fen;
}
