import type { Claim, ClaimBasis } from '../../schemas/claim.ts';
import type { BankRow, ListRow } from '../../schemas/sources/rows.ts';
import type { Fen } from '../../schemas/values/money.ts';
import type { Pairing } from './pairing.ts';
import type { RowGroups } from './row-groups.ts';

/** A pairing that is done. */
export interface Ledger extends Pairing {
  /** Indexes of each claim's bank rows, in file order. */
  readonly bankRows: RowGroups;
  /** By claim: bank rows found it by identity. */
  readonly byIdentity: Uint8Array;
}

/** Reads its claim's columns when asked, so that a quarter's claims weigh no more than their numbers. */
export class ClaimView implements Claim {
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
    return claims.account[this.number] === 0 ? '' : list.row(claims.rows.at(claims.rows.start(this.number))).account.digits;
  }

  get rows(): readonly ListRow[] {
    const { claims, list } = this.#ledger;
    const rows: ListRow[] = [];
    for (let at = claims.rows.start(this.number); at < claims.rows.start(this.number + 1); at += 1) {
      rows.push(list.row(claims.rows.at(at)));
    }
    return rows;
  }

  get due(): Fen {
    return this.#ledger.claims.due[this.number] as Fen;
  }

  get paid(): Fen {
    const { bankRows, outcomes } = this.#ledger;
    let sum = 0;
    for (let at = bankRows.start(this.number); at < bankRows.start(this.number + 1); at += 1) {
      sum += outcomes.paid[bankRows.at(at)]!;
    }
    return sum as Fen;
  }

  get fullPayments(): number {
    const { bankRows, outcomes } = this.#ledger;
    let count = 0;
    for (let at = bankRows.start(this.number); at < bankRows.start(this.number + 1); at += 1) {
      const paid = outcomes.paid[bankRows.at(at)]!;
      if (paid > 0 && paid === this.due) count += 1;
    }
    return count;
  }

  get paidRows(): readonly BankRow[] {
    return this.#bankRows((paid) => paid > 0);
  }

  get failedRows(): readonly BankRow[] {
    return this.#bankRows((paid) => paid === 0);
  }

  get basis(): ClaimBasis | '' {
    const { bankRows, byIdentity } = this.#ledger;
    if (bankRows.start(this.number) === bankRows.start(this.number + 1)) return '';
    return byIdentity[this.number] === 1 ? 'identity' : 'account';
  }

  #bankRows(wanted: (paid: number) => boolean): readonly BankRow[] {
    const { outcomes, bank, bankRows } = this.#ledger;
    const rows: BankRow[] = [];
    for (let at = bankRows.start(this.number); at < bankRows.start(this.number + 1); at += 1) {
      const row = bankRows.at(at);
      if (wanted(outcomes.paid[row]!)) rows.push(bank.row(row));
    }
    return rows;
  }
}
