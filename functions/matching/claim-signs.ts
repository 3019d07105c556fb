import type { Cases } from '../../schemas/case.ts';
import { claimBits, householdBits } from '../../schemas/signs.ts';
import type { Ledger } from './claim-view.ts';

/** The signs of every claim as bits. */
export function claimSigns(ledger: Ledger, cases: Cases): Uint8Array {
  const { claims, bankRows, byIdentity, outcomes } = ledger;
  const signs = new Uint8Array(claims.count);
  const differs = payeeDiffers(ledger);
  for (let claim = 0; claim < claims.count; claim += 1) {
    let paid = 0;
    let own = 0;
    const start = bankRows.start(claim);
    const end = bankRows.start(claim + 1);
    for (let at = start; at < end; at += 1) {
      const row = bankRows.at(at);
      paid += outcomes.paid[row]!;
      if (outcomes.paid[row]! > 0 && differs(claim, row)) own |= claimBits['other-payee'];
    }
    if (paid === claims.due[claim]) own |= claimBits.settled;
    if (paid > 0) own |= claimBits.paid;
    if (end > start && byIdentity[claim] === 1 && claims.account[claim] !== 0) own |= claimBits['other-account'];
    const household = cases.signsOfHousehold(claims.household[claim]!);
    if ((household & householdBits['open-ended']) !== 0) own |= claimBits['open-ended'];
    if ((household & householdBits['dead-member']) !== 0) own |= claimBits['dead-member'];
    signs[claim] = own;
  }
  return signs;
}

/** Whether a bank row has another 户名 than every row of its claim; a blank one is always another. */
function payeeDiffers({ list, bank, claims }: Ledger): (claim: number, row: number) => boolean {
  const [listed, paidTo] = [list.codes('accountName'), bank.codes('accountName')];
  return (claim, row) => {
    if (paidTo[row] === 0) return true;
    for (let at = claims.rows.start(claim); at < claims.rows.start(claim + 1); at += 1) {
      if (listed[claims.rows.at(at)] === paidTo[row]) return false;
    }
    return true;
  };
}
