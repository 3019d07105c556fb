import type { Claims } from '../../schemas/claim.ts';
import { type MoneyProof, moneyProofSchema } from '../../schemas/money-proof.ts';
import type { RejectedRow } from '../../schemas/reject.ts';
import type { SourceTables } from '../../schemas/source-table.ts';
import { type FailureClass, failureClass, failureClasses } from '../../schemas/sources/failure-reason.ts';
import type { SourceId } from '../../schemas/sources/source.ts';

class Tally {
  number = 0;
  amount = 0;

  add(amount: number): void {
    this.number += 1;
    this.amount += amount;
  }

  get claims() {
    return { claims: this.number, amount: this.amount };
  }

  get rows() {
    return { rows: this.number, amount: this.amount };
  }
}

const tallies = () => ({
  due: new Tally(),
  paidInFull: new Tally(),
  paidInPart: new Tally(),
  short: new Tally(),
  unpaid: new Tally(),
  failed: new Tally(),
  overpaid: new Tally(),
  toRecover: new Tally(),
});

/** What the claims say: each claim with money due ends in one of in full, in part, unpaid and failed. */
function claimFigures({ claims }: Claims) {
  const of = tallies();
  const settled = { rows: 0, amount: 0 };
  let paidOnNothingDue = 0;
  for (const { due, paid, basis, paidRows } of claims) {
    settled.rows += paidRows.length;
    if (paid > Math.max(due, 0)) of.overpaid.add(paid - Math.max(due, 0));
    if (due <= 0) {
      of.toRecover.add(due);
      paidOnNothingDue += paid;
      continue;
    }
    of.due.add(due);
    settled.amount += Math.min(paid, due);
    if (paid >= due) {
      of.paidInFull.add(due);
    } else if (paid > 0) {
      of.paidInPart.add(paid);
      of.short.add(due - paid);
    } else {
      (basis === '' ? of.unpaid : of.failed).add(due);
    }
  }
  return {
    due: of.due.claims,
    paidInFull: of.paidInFull.claims,
    paidInPart: of.paidInPart.claims,
    short: of.short.claims,
    unpaid: of.unpaid.claims,
    failed: of.failed.claims,
    overpaid: of.overpaid.claims,
    toRecover: { ...of.toRecover.claims, paid: paidOnNothingDue },
    settled,
  };
}

/** What the tables say, counted without the claims, so that a row lost in pairing shows. */
function tableFigures({ paidBy }: Claims, tables: SourceTables) {
  const [listed, bankPaid] = [new Tally(), new Tally()];
  const list = tables['payment-list'];
  if (list !== undefined) for (const amount of list.numbers('amount')) listed.add(amount);
  const failures = new Map<FailureClass, Tally>(failureClasses.map((reason) => [reason, new Tally()]));
  const bank = tables['bank-payout'];
  for (let index = 0; index < (bank?.length ?? 0); index += 1) {
    const paid = paidBy({ index });
    if (paid > 0) {
      bankPaid.add(paid);
    } else {
      const row = bank!.row(index);
      failures.get(failureClass(row))!.add(row.requestedAmount ?? 0);
    }
  }
  return {
    listed: listed.rows,
    bankPaid: bankPaid.rows,
    bankRows: bank?.length ?? 0,
    failures: [...failures].filter(([, { number }]) => number > 0).map(([reason, tally]) => ({ reason, ...tally.rows })),
  };
}

function rejectedFigures(rejected: readonly RejectedRow[], source: SourceId) {
  const rows = rejected.filter(({ address }) => address.source === source);
  const amounts = rows.flatMap(({ amount }) => amount ?? []);
  return { rows: rows.length, readable: amounts.length, amount: amounts.reduce((sum, amount) => sum + amount, 0) };
}

/**
 * Every fen of the quarter, from what was due to what the bank paid. `rejected` are the rejected rows of the run. Whoever
 * publishes the figures asks `assertMoneyConserved` first.
 */
export function moneyProof(claims: Claims, tables: SourceTables, rejected: readonly RejectedRow[]): MoneyProof {
  const unlisted = new Tally();
  for (const row of claims.unpairedPayments) unlisted.add(claims.paidBy(row));
  return moneyProofSchema.parse({
    ...claimFigures(claims),
    ...tableFigures(claims, tables),
    unlisted: unlisted.rows,
    rejected: { list: rejectedFigures(rejected, 'payment-list'), bank: rejectedFigures(rejected, 'bank-payout') },
  });
}
