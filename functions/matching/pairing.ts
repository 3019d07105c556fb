import type { IdColumn, SourceTables } from '../../schemas/source-table.ts';
import type { ClaimList } from './claim-list.ts';
import { IdTable } from './id-table.ts';
import type { PaymentOutcomes } from './payment-outcomes.ts';

/** What both steps of pairing work on. `claimOf` is written: the claim of each bank row, -1 while unpaired. */
export interface Pairing {
  readonly list: NonNullable<SourceTables['payment-list']>;
  readonly bank: NonNullable<SourceTables['bank-payout']>;
  readonly claims: ClaimList;
  readonly outcomes: PaymentOutcomes;
  readonly claimOf: Int32Array;
}

/** Claims by their heads' ids of 18 characters. */
export class ClaimsByHead {
  readonly #ids = new IdTable();
  /** By number of the id. */
  readonly #claims: number[] = [];

  /** The first claim of an id stays. */
  add({ high, low, tail }: IdColumn, row: number, claim: number): void {
    const number = this.#ids.add(high[row]!, low[row]!, tail[row]!);
    if (number === this.#claims.length) this.#claims.push(claim);
  }

  /** The claim of the head with the id of a row; -1 for none, also where the row's id has not 18 characters. */
  of({ width, high, low, tail }: IdColumn, row: number): number {
    if (width[row] !== 18) return -1;
    const number = this.#ids.find(high[row]!, low[row]!, tail[row]!);
    return number < 0 ? -1 : this.#claims[number]!;
  }
}

/** The first claim of each head's id as the list gives it. `counts`: the list row's id has 18 characters and may be used. */
export function firstClaimByHead(
  { list, claims }: Pick<Pairing, 'list' | 'claims'>,
  among: Iterable<number>,
  counts: (listRow: number) => boolean,
): ClaimsByHead {
  const ids = list.ids('headId');
  const heads = new ClaimsByHead();
  for (const claim of among) {
    const end = claims.rows.start(claim + 1);
    for (let at = claims.rows.start(claim); at < end; at += 1) {
      const row = claims.rows.at(at);
      if (counts(row)) heads.add(ids, row, claim);
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
