import type { ClaimList } from './claim-list.ts';
import { firstClaimByHead, type Pairing } from './pairing.ts';

/** A claim that an amount may mean: by its whole due, or by list rows of that amount that nothing paid yet. */
interface Wanted {
  readonly claim: number;
  readonly whole: boolean;
  rowsLeft: number;
}

/** Claims by each amount that may mean them, in claim order. A claim's due and its rows of that amount are one entry. */
function claimsByAmount(sharing: readonly number[], { due, amountOfRow, rows }: ClaimList): Map<number, Wanted[]> {
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
    for (const row of rows.of(claim)) if (amountOfRow[row]! > 0) entry(claim, amountOfRow[row]!).rowsLeft += 1;
  }
  return byAmount;
}

/** Money allotted so far to each claim of a shared account. */
class Allotment {
  readonly #pairing: Pairing;
  readonly #money: Map<number, number>;

  constructor(pairing: Pairing, sharing: readonly number[]) {
    this.#pairing = pairing;
    this.#money = new Map(sharing.map((claim) => [claim, 0]));
  }

  put(row: number, claim: number): void {
    const { claimOf, outcomes } = this.#pairing;
    claimOf[row] = claim;
    this.#money.set(claim, this.of(claim) + outcomes.paid[row]!);
  }

  of(claim: number): number {
    return this.#money.get(claim) ?? 0;
  }
}

type ByAmount = ReadonlyMap<number, readonly Wanted[]>;

/** Paid rows whose amount tells the claim. What is left is returned, in file order. */
function settleByAmount(
  { claims, outcomes }: Pairing,
  paidRows: readonly number[],
  byAmount: ByAmount,
  allotted: Allotment,
): number[] {
  // An entry that is used up stays so: each amount's queue is walked once from front to end, however many rows look into it.
  const firstOpen = new Map<number, number>();
  const isOpen = ({ claim, whole, rowsLeft }: Wanted) => allotted.of(claim) < claims.due[claim]! && (whole || rowsLeft > 0);
  return paidRows.filter((row) => {
    const amount = outcomes.paid[row]!;
    const queue = byAmount.get(amount) ?? [];
    let at = firstOpen.get(amount) ?? 0;
    while (at < queue.length && !isOpen(queue[at]!)) at += 1;
    firstOpen.set(amount, at);
    const wanted = queue[at];
    if (wanted === undefined) return true;
    wanted.rowsLeft -= 1;
    allotted.put(row, wanted.claim);
    return false;
  });
}

function settleByHead(pairing: Pairing, sharing: readonly number[], rows: readonly number[], allotted: Allotment): void {
  if (rows.length === 0) return;
  const [ids, headIds] = [pairing.bank.ids('idNumber'), pairing.list.ids('headId')];
  const heads = firstClaimByHead(pairing, sharing, (row) => headIds.width[row] === 18);
  for (const row of rows) {
    const claim = heads.of(ids, row);
    if (claim >= 0) allotted.put(row, claim);
  }
}

function settleFailed({ bank, claimOf }: Pairing, rows: readonly number[], byAmount: ByAmount, allotted: Allotment): void {
  const claimOfAmount = new Map<number, number>();
  for (const [amount, queue] of byAmount) {
    const first = queue.find(({ claim }) => allotted.of(claim) === 0) ?? queue[0]!;
    claimOfAmount.set(amount, first.claim);
  }
  const requested = bank.numbers('requestedAmount');
  for (const row of rows) claimOf[row] = claimOfAmount.get(requested[row]!) ?? -1;
}

/** Several claims have the account: amounts tell whose a payment is, then the id, and failed rows come last. `rows` in file order. */
export function settleSharedAccount(pairing: Pairing, sharing: readonly number[], rows: readonly number[]): void {
  const { outcomes, claims } = pairing;
  const byAmount = claimsByAmount(sharing, claims);
  const allotted = new Allotment(pairing, sharing);
  const paid = rows.filter((row) => outcomes.paid[row]! > 0);
  settleByHead(pairing, sharing, settleByAmount(pairing, paid, byAmount, allotted), allotted);
  const failed = rows.filter((row) => outcomes.paid[row] === 0 && outcomes.undoes[row] === -1);
  settleFailed(pairing, failed, byAmount, allotted);
}
