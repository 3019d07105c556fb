import type { Cases } from '../../schemas/case.ts';
import type { SourceTable } from '../../schemas/source-table.ts';
import { RowGroups } from './row-groups.ts';

type List = SourceTable<'payment-list'>;

/** The payment list as claims: columns by claim number, before any bank row is paired. */
export interface ClaimList {
  readonly count: number;
  /** Household case number of each claim. */
  readonly household: Int32Array;
  /** Pool code of each claim's account; 0 for the claim without account. */
  readonly account: Int32Array;
  /** Fen. */
  readonly due: Float64Array;
  /** Fen of each list row, as the table has them: 扣减 below zero. */
  readonly amountOfRow: ReturnType<List['numbers']>;
  /** Indexes of each claim's list rows, in file order. */
  readonly rows: RowGroups;
  /** Claims of each account, in order. Claims without account are not in it. */
  readonly byAccount: ReadonlyMap<number, readonly number[]>;
}

/** The claims so far: found again by household and account, without a key that is put together of both. */
class ClaimNumbers {
  readonly household: number[] = [];
  readonly account: number[] = [];
  /** By household: its last claim; by claim: the one before it of the same household, -1 for none. */
  readonly #lastOf = new Map<number, number>();
  readonly #before: number[] = [];

  /** The claim of a household and account, a new one where there is none yet. */
  of(home: number, account: number): number {
    const last = this.#lastOf.get(home) ?? -1;
    for (let claim = last; claim !== -1; claim = this.#before[claim]!) if (this.account[claim] === account) return claim;
    const claim = this.household.length;
    this.household.push(home);
    this.account.push(account);
    this.#before.push(last);
    this.#lastOf.set(home, claim);
    return claim;
  }
}

function claimsByAccount(accounts: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const byAccount = new Map<number, number[]>();
  for (const [claim, account] of accounts.entries()) {
    if (account === 0) continue;
    const sharing = byAccount.get(account);
    if (sharing === undefined) byAccount.set(account, [claim]);
    else sharing.push(claim);
  }
  return byAccount;
}

/** One claim a household and account, numbered by the file order of their first list rows. */
export function claimList(list: List, cases: Cases): ClaimList {
  const accounts = list.codes('account');
  const amountOfRow = list.numbers('amount');
  const claimOfRow = new Int32Array(list.length);
  const numbers = new ClaimNumbers();
  const probe = { source: 'payment-list', index: 0 };
  for (let row = 0; row < list.length; row += 1) {
    probe.index = row;
    claimOfRow[row] = numbers.of(cases.householdOf(probe), accounts[row]!);
  }
  const { household, account } = numbers;
  const due = new Float64Array(household.length);
  for (let row = 0; row < list.length; row += 1) due[claimOfRow[row]!]! += amountOfRow[row]!;
  return {
    count: household.length,
    household: Int32Array.from(household),
    account: Int32Array.from(account),
    due,
    amountOfRow,
    rows: new RowGroups(claimOfRow, household.length),
    byAccount: claimsByAccount(account),
  };
}
