import { idProblemCodes } from '../../schemas/values/resident-id.ts';
import { NameIndex } from './name-index.ts';
import { firstClaimByHead, followUndone, type Pairing } from './pairing.ts';

const { none: usable } = idProblemCodes;

/** The amount that a row meant to pay: what it paid, else what the bank was asked for. */
const meantBy = ({ bank, outcomes }: Pairing) => {
  const requested = bank.numbers('requestedAmount');
  return (row: number) => outcomes.paid[row]! || requested[row]!;
};

function withoutBankRow({ claims, claimOf }: Pairing): number[] {
  const paired = new Uint8Array(claims.count);
  for (let row = 0; row < claimOf.length; row += 1) if (claimOf[row]! >= 0) paired[claimOf[row]!] = 1;
  const left: number[] = [];
  for (let claim = 0; claim < paired.length; claim += 1) if (paired[claim] === 0) left.push(claim);
  return left;
}

/** A return is left out: it follows the payment that it undoes. */
function unpairedRows({ claimOf, outcomes }: Pairing): number[] {
  const rows: number[] = [];
  for (let row = 0; row < claimOf.length; row += 1) if (claimOf[row] === -1 && outcomes.undoes[row] === -1) rows.push(row);
  return rows;
}

function pairByHeadId(pairing: Pairing): void {
  const { list, bank, claimOf } = pairing;
  const ids = bank.ids('idNumber');
  const rows = unpairedRows(pairing).filter((row) => ids.problem[row] === usable);
  if (rows.length === 0) return;
  const problems = list.ids('headId').problem;
  const heads = firstClaimByHead(pairing, withoutBankRow(pairing), (row) => problems[row] === usable);
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
