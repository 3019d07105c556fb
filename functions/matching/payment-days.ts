import type { PaymentDay } from '../../schemas/claim.ts';
import type { Day } from '../../schemas/values/day.ts';
import type { Pairing } from './pairing.ts';

/** Paid rows by bank file, in file order, and then by day; the rows are made when they are asked for. */
export function paymentDays({ bank, outcomes }: Pick<Pairing, 'bank' | 'outcomes'>): PaymentDay[] {
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
