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

/** The first claim of each head's id as the list gives it, where `counts` says that the list row's id may be used. */
export function firstClaimByHead(
  { list, claims }: Pick<Pairing, 'list' | 'claims'>,
  among: Iterable<number>,
  counts: (listRow: number) => boolean,
): Map<string, number> {
  const ids = list.ids('headId');
  const heads = new Map<string, number>();
  for (const claim of among) {
    for (const row of claims.rows.of(claim)) {
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
