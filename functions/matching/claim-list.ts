import type { Cases } from '../../schemas/case.ts';
import type { SourceTable } from '../../schemas/source-table.ts';
import { RowGroups } from './row-groups.ts';

/** The payment list as claims: columns by claim number, before any bank row is paired. */
export interface ClaimList {
  readonly count: number;
  /** Household case number of each claim. */
  readonly household: Int32Array;
  /** Pool code of each claim's account; 0 for the claim without account. */
  readonly account: Int32Array;
  /** Fen. */
  readonly due: Float64Array;
  /** Signed fen of each list row: 扣减 is always taken off, however the file signs it. */
  readonly amountOfRow: Float64Array;
  /** Indexes of each claim's list rows, in file order. */
  readonly rows: RowGroups;
  /** Claims of each account, in order. Claims without account are not in it. */
  readonly byAccount: ReadonlyMap<number, readonly number[]>;
}

type List = SourceTable<'payment-list'>;

/** Fen of each row, 扣减 below zero however the file signs it. */
export function signedAmounts(list: List): Float64Array {
  const amounts = Float64Array.from(list.numbers('amount'));
  const kinds = list.codes('kind');
  for (let row = 0; row < list.length; row += 1) {
    if (list.texts.text(kinds[row]!) === '扣减') amounts[row] = 0 - Math.abs(amounts[row]!);
  }
  return amounts;
}

/** One claim a household and account, numbered by the file order of their first list rows. */
export function claimList(list: List, cases: Cases): ClaimList {
  const accounts = list.codes('account');
  const amountOfRow = signedAmounts(list);
  const claimOfRow = new Int32Array(list.length);
  const household: number[] = [];
  const account: number[] = [];
  const due: number[] = [];
  const numbers = new Map<number, number>();
  const byAccount = new Map<number, number[]>();
  const probe = { source: 'payment-list', index: 0 };
  for (let row = 0; row < list.length; row += 1) {
    probe.index = row;
    const home = cases.householdOf(probe);
    const code = accounts[row]!;
    // Pool codes stay below 2^31 and households below 2^22, so the pair is one exact number.
    const key = home * 2 ** 31 + code;
    let claim = numbers.get(key);
    if (claim === undefined) {
      claim = household.length;
      numbers.set(key, claim);
      household.push(home);
      account.push(code);
      due.push(0);
      if (code !== 0) {
        const sharing = byAccount.get(code);
        if (sharing === undefined) byAccount.set(code, [claim]);
        else sharing.push(claim);
      }
    }
    claimOfRow[row] = claim;
    due[claim]! += amountOfRow[row]!;
  }
  return {
    count: household.length,
    household: Int32Array.from(household),
    account: Int32Array.from(account),
    due: Float64Array.from(due),
    amountOfRow,
    rows: new RowGroups(claimOfRow, household.length),
    byAccount,
  };
}
