import type { SourceTables } from '../../schemas/source-table.ts';
import type { ClaimList } from './claim-list.ts';
import type { PaymentOutcomes } from './payment-outcomes.ts';

/** What both steps of pairing work on. `claimOf` is written: the claim of each bank row, -1 while unpaired. */
export interface Pairing {
  readonly list: NonNullable<SourceTables['payment-list']>;
  readonly bank: NonNullable<SourceTables['bank-payout']>;
  readonly claims: ClaimList;
  readonly outcomes: PaymentOutcomes;
  readonly claimOf: Int32Array;
}

/** A claim that an amount may mean: by its whole due, or by list rows of that amount that nothing paid yet. */
interface Wanted {
  readonly claim: number;
  readonly whole: boolean;
  rowsLeft: number;
}

/** Claims by each amount that may mean them, in claim order. A claim's due and its rows of that amount are one entry. */
function claimsByAmount(sharing: readonly number[], { due, amountOfRow, rowsOf }: ClaimList): Map<number, Wanted[]> {
  const byAmount = new Map<number, Wanted[]>();
  const entry = (claim: number, amount: number): Wanted => {
    const wanted = byAmount.get(amount) ?? [];
    byAmount.set(amount, wanted);
    const last = wanted.at(-1);
    if (last?.claim === claim) return last;
    const fresh = { claim, whole: due[claim] === amount, rowsLeft: 0 };
    wanted.push(fresh);
    return fresh;
  };
  for (const claim of sharing) {
    entry(claim, due[claim]!);
    // What 扣减 takes off is no payment to expect.
    for (const row of rowsOf(claim)) if (amountOfRow[row]! > 0) entry(claim, amountOfRow[row]!).rowsLeft += 1;
  }
  return byAmount;
}

/** Several claims have the account: amounts tell whose a payment is, then the id, and failed rows come last. */
function settleSharedAccount(pairing: Pairing, sharing: readonly number[], rows: readonly number[]): void {
  const { list, bank, claims, outcomes, claimOf } = pairing;
  const { due } = claims;
  const byAmount = claimsByAmount(sharing, claims);
  const allotted = new Map<number, number>(sharing.map((claim) => [claim, 0]));
  const allot = (row: number, claim: number) => {
    claimOf[row] = claim;
    allotted.set(claim, allotted.get(claim)! + outcomes.paid[row]!);
  };

  // Entries run dry and never fill again, so each amount's queue is walked once, however many rows ask it.
  const firstOpen = new Map<number, number>();
  const left: number[] = [];
  for (const row of rows) {
    const amount = outcomes.paid[row]!;
    if (amount <= 0) continue;
    const queue = byAmount.get(amount) ?? [];
    let at = firstOpen.get(amount) ?? 0;
    const open = ({ claim, whole, rowsLeft }: Wanted) => allotted.get(claim)! < due[claim]! && (whole || rowsLeft > 0);
    while (at < queue.length && !open(queue[at]!)) at += 1;
    firstOpen.set(amount, at);
    const wanted = queue[at];
    if (wanted === undefined) {
      left.push(row);
      continue;
    }
    wanted.rowsLeft -= 1;
    allot(row, wanted.claim);
  }

  if (left.length > 0) {
    const ids = bank.ids('idNumber');
    const heads = firstClaimByHead(pairing, sharing, (row) => list.ids('headId').width[row] === 18);
    for (const row of left) {
      const claim = ids.width[row] === 18 ? heads.get(ids.text(row)) : undefined;
      if (claim !== undefined) allot(row, claim);
    }
  }

  const failedTo = new Map<number, number>();
  for (const [amount, queue] of byAmount) {
    const first = queue.find(({ claim }) => allotted.get(claim) === 0) ?? queue[0]!;
    failedTo.set(amount, first.claim);
  }
  const requested = bank.numbers('requestedAmount');
  for (const row of rows) {
    if (outcomes.paid[row] === 0 && outcomes.undoes[row] === -1) claimOf[row] = failedTo.get(requested[row]!) ?? -1;
  }
}

/** The first claim of each head's id as the list gives it, where `counts` says that the list row's id may be used. */
export function firstClaimByHead(
  { list, claims }: Pick<Pairing, 'list' | 'claims'>,
  among: Iterable<number>,
  counts: (listRow: number) => boolean,
): Map<string, number> {
  const ids = list.ids('headId');
  const heads = new Map<string, number>();
  for (const claim of among) {
    for (const row of claims.rowsOf(claim)) {
      if (!counts(row)) continue;
      const id = ids.text(row);
      if (!heads.has(id)) heads.set(id, claim);
    }
  }
  return heads;
}

/** A return stands wherever the payment that it undoes stands. */
export function followUndone({ outcomes, claimOf }: Pairing): void {
  for (let row = 0; row < claimOf.length; row += 1) {
    const undone = outcomes.undoes[row]!;
    if (undone >= 0) claimOf[row] = claimOf[undone]!;
  }
}

/** First step: a bank row goes to the claim, or to one of the claims, that has its account. */
export function pairByAccount(pairing: Pairing): void {
  const { bank, claims, claimOf } = pairing;
  const accounts = bank.codes('account');
  const shared = new Map<readonly number[], number[]>();
  for (let row = 0; row < bank.length; row += 1) {
    const sharing = claims.byAccount.get(accounts[row]!);
    if (sharing === undefined) continue;
    if (sharing.length === 1) {
      claimOf[row] = sharing[0]!;
      continue;
    }
    const rows = shared.get(sharing);
    if (rows === undefined) shared.set(sharing, [row]);
    else rows.push(row);
  }
  for (const [sharing, rows] of shared) settleSharedAccount(pairing, sharing, rows);
  followUndone(pairing);
}
