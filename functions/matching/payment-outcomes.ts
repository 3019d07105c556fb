import type { SourceTable } from '../../schemas/source-table.ts';

/** What became of each bank row, by its index. */
export interface PaymentOutcomes {
  /** Fen that the row paid; 0 where it is a failed row. */
  readonly paid: Float64Array;
  /** For a 退回 row the row that it undoes, else -1. The two go to the same claim. */
  readonly undoes: Int32Array;
}

type Bank = SourceTable<'bank-payout'>;

/** A return undoes the latest payment of its account that is not undone yet, by 金额 or else by what it says was processed. */
function undoReturned(bank: Bank, { paid, undoes }: PaymentOutcomes): void {
  const accounts = bank.codes('account');
  const days = bank.numbers('paidOn');
  const [requested, processed] = [bank.numbers('requestedAmount'), bank.numbers('paidAmount')];
  const [results, returned] = [bank.codes('result'), bank.texts.intern('退回')];
  const returning = new Set<number>();
  for (let index = 0; index < bank.length; index += 1) {
    if (accounts[index] !== 0 && results[index] === returned) returning.add(accounts[index]!);
  }
  if (returning.size === 0) return;

  const inTime = [...accounts.keys()].filter((index) => returning.has(accounts[index]!));
  inTime.sort((one, other) => days[one]! - days[other]! || one - other);
  const standing = new Map<string, number[]>();
  const latest = (account: number, amount: number) => standing.get(`${account}:${amount}`)?.pop();
  for (const index of inTime) {
    const account = accounts[index]!;
    if (results[index] === returned) {
      const undone = latest(account, requested[index]!) ?? latest(account, processed[index]!);
      if (undone === undefined) continue;
      undoes[index] = undone;
      paid[undone] = 0;
    } else if (paid[index]! > 0) {
      const key = `${account}:${paid[index]}`;
      const stack = standing.get(key);
      if (stack === undefined) standing.set(key, [index]);
      else stack.push(index);
    }
  }
}

/** Which bank rows paid, how much, and which were returned later. */
export function paymentOutcomes(bank: Bank): PaymentOutcomes {
  const outcomes: PaymentOutcomes = { paid: new Float64Array(bank.length), undoes: new Int32Array(bank.length).fill(-1) };
  const [results, succeeded] = [bank.codes('result'), bank.texts.intern('成功')];
  const [requested, processed] = [bank.numbers('requestedAmount'), bank.numbers('paidAmount')];
  for (let index = 0; index < bank.length; index += 1) {
    if (results[index] !== succeeded) continue;
    const amount = Number.isNaN(processed[index]!) ? requested[index]! : processed[index]!;
    if (amount > 0) outcomes.paid[index] = amount;
  }
  undoReturned(bank, outcomes);
  return outcomes;
}
