import type { BankRow, ListRow } from './sources/rows.ts';
import type { Day } from './values/day.ts';
import type { Fen } from './values/money.ts';

/** How a bank row found its claim. */
export type ClaimBasis = 'account' | 'identity';

/**
 * What one household is due on one account. Made by `functions/matching/build-claims.ts`; a small view, its rows made anew
 * when asked.
 */
export interface Claim {
  /** 0, 1, 2 … in the file order of the claims' first list rows. */
  readonly number: number;
  /** Household case number. */
  readonly household: number;
  /** Digits, or '' for the claim without account. */
  readonly account: string;
  /** In file order. */
  readonly rows: readonly ListRow[];
  /** 正常 and 补发 added, 扣减 taken off. May be zero or less. */
  readonly due: Fen;
  /** Sum of the paid rows. */
  readonly paid: Fen;
  /** Paid rows that each paid all that is due. */
  readonly fullPayments: number;
  /** In file order, as the failed rows. */
  readonly paidRows: readonly BankRow[];
  /** Not paid, returned, or undone by a return. */
  readonly failedRows: readonly BankRow[];
  /** How its bank rows found it; '' without any. */
  readonly basis: ClaimBasis | '';
}

/** The claims of a quarter and every bank row's fate. No row and no fen stands twice or nowhere. */
export interface Claims {
  readonly claims: readonly Claim[];
  /** `claimSigns` of a claim as bits. */
  signsOf(claim: number): number;
  /** Paid bank rows paired with no claim, in file order. */
  readonly unpairedPayments: readonly BankRow[];
  /** Failed bank rows paired with no claim. */
  readonly unpairedFailures: readonly BankRow[];
  /** Claim numbers, a list for each account that any claim has, in the order of their first claims. */
  readonly accounts: readonly (readonly number[])[];
  /** What a paid row paid; 0 for failed rows. */
  paidBy(row: { readonly index: number }): Fen;
  /** Number of the claim that a bank row was paired with, or -1. */
  claimOf(row: { readonly index: number }): number;
  /** Number of the first claim whose head, as the list gives it, has the bank row's id of 18 characters, or -1. */
  claimOfHead(row: { readonly index: number }): number;
  /** Every file and day with paid rows, in file order and then by day. */
  readonly paymentDays: readonly PaymentDay[];
}

/** The paid rows of one bank file on one day. */
export interface PaymentDay {
  /** File name without folders. */
  readonly file: string;
  /** 交易日期 of all of them. */
  readonly day: Day;
  /** In file order. */
  readonly rows: readonly BankRow[];
}
