import { NameIndex } from './name-index.ts';
import { firstClaimByHead, followUndone, type Pairing } from './pairing.ts';

/** The amount that a row meant to pay: what it paid, else what the bank was asked for. */
const meantBy = ({ bank, outcomes }: Pairing) => {
  const requested = bank.numbers('requestedAmount');
  return (row: number) => outcomes.paid[row]! || requested[row]!;
};

function withoutBankRow({ claims, claimOf }: Pairing): number[] {
  const paired = new Uint8Array(claims.count);
  for (const claim of claimOf) if (claim >= 0) paired[claim] = 1;
  return [...paired.keys()].filter((claim) => paired[claim] === 0);
}

// A return is left out: it follows the payment that it undoes.
const unpairedRows = ({ claimOf, outcomes }: Pairing): number[] =>
  [...claimOf.keys()].filter((row) => claimOf[row] === -1 && outcomes.undoes[row] === -1);

function pairByHeadId(pairing: Pairing): void {
  const { list, bank, claimOf } = pairing;
  const ids = bank.ids('idNumber');
  const rows = unpairedRows(pairing).filter((row) => ids.problem[row] === 0);
  if (rows.length === 0) return;
  const problems = list.ids('headId').problem;
  const heads = firstClaimByHead(pairing, withoutBankRow(pairing), (row) => problems[row] === 0);
  for (const row of rows) claimOf[row] = heads.of(ids, row);
}

function claimNames({ list, claims }: Pairing, claim: number): string[] {
  const names = new Set<string>();
  for (const index of claims.rows.of(claim)) {
    const row = list.row(index);
    names.add(row.accountName).add(row.headName);
  }
  return [...names];
}

/** The claims and rows of one amount: a pair where each is the other's only fit, judged before any pair is made. */
function pairOneAmount(pairing: Pairing, claims: readonly number[], rows: readonly number[]): void {
  const { bank, claimOf } = pairing;
  const claimsByName = new NameIndex();
  for (const claim of claims) for (const name of claimNames(pairing, claim)) claimsByName.add(name, claim);
  const rowsByName = new NameIndex();
  for (const row of rows) rowsByName.add(bank.row(row).accountName, row);
  for (const row of rows) {
    const claim = claimsByName.onlyItem([bank.row(row).accountName]);
    if (claim !== undefined && rowsByName.onlyItem(claimNames(pairing, claim)) === row) claimOf[row] = claim;
  }
}

function pairByName(pairing: Pairing): void {
  const meant = meantBy(pairing);
  const byAmount = new Map<number, { claims: number[]; rows: number[] }>();
  for (const claim of withoutBankRow(pairing)) {
    const due = pairing.claims.due[claim]!;
    const same = byAmount.get(due);
    if (same === undefined) byAmount.set(due, { claims: [claim], rows: [] });
    else same.claims.push(claim);
  }
  for (const row of unpairedRows(pairing)) byAmount.get(meant(row))?.rows.push(row);
  for (const { claims, rows } of byAmount.values()) if (rows.length > 0) pairOneAmount(pairing, claims, rows);
}

/** Second step: rows that no account led anywhere, to claims without a bank row, by the head's id and then by name and amount. */
export function pairByIdentity(pairing: Pairing): void {
  pairByHeadId(pairing);
  followUndone(pairing);
  pairByName(pairing);
  followUndone(pairing);
}
