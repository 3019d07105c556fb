import type { Cases } from '../../schemas/case.ts';
import type { Claims } from '../../schemas/claim.ts';
import type { SourceTable, SourceTables } from '../../schemas/source-table.ts';
import type { BankRow } from '../../schemas/sources/rows.ts';
import type { Fen } from '../../schemas/values/money.ts';
import { claimList } from './claim-list.ts';
import { claimSigns } from './claim-signs.ts';
import { ClaimView, type Ledger } from './claim-view.ts';
import { pairByAccount } from './pair-by-account.ts';
import { pairByIdentity } from './pair-by-identity.ts';
import { type ClaimsByHead, firstClaimByHead, type Pairing } from './pairing.ts';
import { paymentDays } from './payment-days.ts';
import { paymentOutcomes } from './payment-outcomes.ts';
import { RowGroups } from './row-groups.ts';

function claimsOf(ledger: Ledger, cases: Cases): Claims {
  const { list, bank, claims, outcomes, claimOf } = ledger;
  const views: ClaimView[] = [];
  for (let number = 0; number < claims.count; number += 1) views.push(new ClaimView(ledger, number));
  const unpaired = (paid: boolean): readonly BankRow[] => {
    const rows: BankRow[] = [];
    for (let row = 0; row < claimOf.length; row += 1) {
      if (claimOf[row] === -1 && outcomes.paid[row]! > 0 === paid) rows.push(bank.row(row));
    }
    return rows;
  };
  let heads: ClaimsByHead | undefined;
  const headClaims = () => {
    const widths = list.ids('headId').width;
    heads ??= firstClaimByHead(ledger, claims.household.keys(), (row) => widths[row] === 18);
    return heads;
  };
  let signs: Uint8Array | undefined;
  return {
    claims: views,
    signsOf: (claim) => {
      signs ??= claimSigns(ledger, cases);
      return signs[claim]!;
    },
    unpairedPayments: unpaired(true),
    unpairedFailures: unpaired(false),
    accounts: [...claims.byAccount.values()],
    paymentDays: paymentDays(ledger),
    paidBy: (row) => outcomes.paid[row.index] as Fen,
    claimOf: (row) => claimOf[row.index]!,
    claimOfHead: (row) => headClaims().of(bank.ids('idNumber'), row.index),
  };
}

/** A bank file with no accepted row, or a list without one, is refused while reading, so both tables are there. */
function required<Id extends 'payment-list' | 'bank-payout'>(tables: SourceTables, id: Id): SourceTable<Id> {
  const table = tables[id] as SourceTable<Id> | undefined;
  if (table === undefined) throw new Error(`claims need ${id}`);
  return table;
}

/**
 * What each household is due on each account, and which bank rows paid it: by account, then by identity. Every bank row
 * stands in one claim or in one of the unpaired lists. Time grows with the rows, also where thousands share an account.
 */
export function buildClaims(tables: SourceTables, cases: Cases): Claims {
  const list = required(tables, 'payment-list');
  const bank = required(tables, 'bank-payout');
  const claims = claimList(list, cases);
  const pairing: Pairing = {
    list,
    bank,
    claims,
    outcomes: paymentOutcomes(bank),
    claimOf: new Int32Array(bank.length).fill(-1),
  };
  pairByAccount(pairing);
  const byIdentity = new Uint8Array(claims.count).fill(1);
  for (let row = 0; row < bank.length; row += 1) if (pairing.claimOf[row]! >= 0) byIdentity[pairing.claimOf[row]!] = 0;
  pairByIdentity(pairing);
  return claimsOf({ ...pairing, bankRows: new RowGroups(pairing.claimOf, claims.count), byIdentity }, cases);
}
