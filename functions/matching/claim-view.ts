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
    return claims.account[this.number] === 0 ? '' : list.row(claims.rows.of(this.number)[0]!).account.digits;
  }

  get rows(): readonly ListRow[] {
    const { claims, list } = this.#ledger;
    return Array.from(claims.rows.of(this.number), (row) => list.row(row));
  }

  get due(): Fen {
    return this.#ledger.claims.due[this.number] as Fen;
  }

  get paid(): Fen {
    let sum = 0;
    for (const row of this.#ledger.bankRows.of(this.number)) sum += this.#ledger.outcomes.paid[row]!;
    return sum as Fen;
  }

  get paidRows(): readonly BankRow[] {
    return this.#bankRows((paid) => paid > 0);
  }

  get failedRows(): readonly BankRow[] {
    return this.#bankRows((paid) => paid === 0);
  }

  get basis(): ClaimBasis | '' {
    if (this.#ledger.bankRows.of(this.number).length === 0) return '';
    return this.#ledger.byIdentity[this.number] === 1 ? 'identity' : 'account';
  }

  #bankRows(wanted: (paid: number) => boolean): readonly BankRow[] {
    const { outcomes, bank, bankRows } = this.#ledger;
    const rows: BankRow[] = [];
    for (const row of bankRows.of(this.number)) if (wanted(outcomes.paid[row]!)) rows.push(bank.row(row));
    return rows;
  }
}
