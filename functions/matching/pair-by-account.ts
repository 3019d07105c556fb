import { followUndone, type Pairing } from './pairing.ts';
import { settleSharedAccount } from './shared-account.ts';

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
