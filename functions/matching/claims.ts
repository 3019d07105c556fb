import type { Cases } from '../../schemas/case.ts';
import type { Claim, ClaimBasis, Claims, PaymentDay } from '../../schemas/claim.ts';
import type { SourceTable, SourceTables } from '../../schemas/source-table.ts';
import type { BankRow, ListRow } from '../../schemas/sources/rows.ts';
import type { Day } from '../../schemas/values/day.ts';
import type { Fen } from '../../schemas/values/money.ts';
import { claimList, groupedRows } from './claim-list.ts';
import { firstClaimByHead, type Pairing, pairByAccount } from './pair-by-account.ts';
import { pairByIdentity } from './pair-by-identity.ts';
import { paymentOutcomes } from './payment-outcomes.ts';

interface Ledger extends Pairing {
  readonly bankRowsOf: (claim: number) => Int32Array;
  /** By claim: bank rows found it by identity. */
  readonly byIdentity: Uint8Array;
}

/** Reads its claim's columns when asked, so that a quarter's claims weigh no more than their numbers. */
class ClaimView implements Claim {
  readonly number: number;
  readonly #ledger: Ledger;

  constructor(ledger: Ledger, number: number) {
    this.#ledger = ledger;
    this.number = number;
  }

  get household(): number {
    return this.#ledger.claims.household[this.number]!;
  }

  get account(): string {
    const { claims, list } = this.#ledger;
    return claims.account[this.number] === 0 ? '' : list.row(claims.rowsOf(this.number)[0]!).account.digits;
  }

  get rows(): readonly ListRow[] {
    const { claims, list } = this.#ledger;
    return Array.from(claims.rowsOf(this.number), (row) => list.row(row));
  }

  get due(): Fen {
    return this.#ledger.claims.due[this.number] as Fen;
  }

  get paid(): Fen {
    let sum = 0;
    for (const row of this.#ledger.bankRowsOf(this.number)) sum += this.#ledger.outcomes.paid[row]!;
    return sum as Fen;
  }

  get paidRows(): readonly BankRow[] {
    return this.#bankRows((paid) => paid > 0);
  }

  get failedRows(): readonly BankRow[] {
    return this.#bankRows((paid) => paid === 0);
  }

  get basis(): ClaimBasis | '' {
    if (this.#ledger.bankRowsOf(this.number).length === 0) return '';
    return this.#ledger.byIdentity[this.number] === 1 ? 'identity' : 'account';
  }

  #bankRows(wanted: (paid: number) => boolean): readonly BankRow[] {
    const { outcomes, bank, bankRowsOf } = this.#ledger;
    const rows: BankRow[] = [];
    for (const row of bankRowsOf(this.number)) if (wanted(outcomes.paid[row]!)) rows.push(bank.row(row));
    return rows;
  }
}

function paymentDays({ bank, outcomes }: Ledger): PaymentDay[] {
  const days = bank.numbers('paidOn');
  const files = new Map<string, Map<number, number[]>>();
  for (let row = 0; row < bank.length; row += 1) {
    if (outcomes.paid[row] === 0) continue;
    const { file } = bank.address(row);
    const byDay = files.get(file) ?? new Map<number, number[]>();
    files.set(file, byDay);
    const rows = byDay.get(days[row]!);
    if (rows === undefined) byDay.set(days[row]!, [row]);
    else rows.push(row);
  }
  return [...files].flatMap(([file, byDay]) =>
    [...byDay]
      .sort(([one], [other]) => one - other)
      .map(([day, rows]) => ({
        file,
        day: day as Day,
        get rows() {
          return rows.map((row) => bank.row(row));
        },
      })),
  );
}

function claimsOf(ledger: Ledger): Claims {
  const { list, bank, claims, outcomes, claimOf } = ledger;
  const views = Array.from({ length: claims.count }, (_, number) => new ClaimView(ledger, number));
  const unpaired = (paid: boolean) =>
    Array.from(claimOf.keys())
      .filter((row) => claimOf[row] === -1 && outcomes.paid[row]! > 0 === paid)
      .map((row) => bank.row(row));
  let heads: Map<string, number> | undefined;
  const headClaims = () => {
    const problems = list.ids('headId').problem;
    heads ??= firstClaimByHead(ledger, claims.household.keys(), (row) => problems[row] === 0);
    return heads;
  };
  return {
    claims: views,
    unpairedPayments: unpaired(true),
    unpairedFailures: unpaired(false),
    claimsByAccount: new Map([...claims.byAccount.values()].map((numbers) => [views[numbers[0]!]!.account, numbers])),
    paymentDays: paymentDays(ledger),
    paidBy: (row) => outcomes.paid[row.index] as Fen,
    claimOf: (row) => claimOf[row.index]!,
    claimOfHead: (row) => {
      const ids = bank.ids('idNumber');
      return ids.problem[row.index] === 0 ? (headClaims().get(ids.text(row.index)) ?? -1) : -1;
    },
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
  for (const claim of pairing.claimOf) if (claim >= 0) byIdentity[claim] = 0;
  pairByIdentity(pairing);
  return claimsOf({ ...pairing, bankRowsOf: groupedRows(pairing.claimOf, claims.count), byIdentity });
}
