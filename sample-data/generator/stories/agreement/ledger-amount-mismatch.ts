import { inRoster, inSystem } from '../../world/books.ts';
import { type County, monthlyOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, plantPayout } from '../../world/plant.ts';

/** The monthly amount of the book is not the system's; list and bank follow the system. */
export function ledgerAmountMismatch(county: County): void {
  const differ = (township: string, more: number, story: string) => {
    const household = newHousehold(county, { township, size: 2 });
    inRoster(county.quarter, household, { base: household.base + more });
    inSystem(county.quarter, household);
    pay(county.quarter, onList(county.quarter, household));
    const amounts = { expected: yuan(monthlyOf(household)), actual: yuan(monthlyOf(household) + more), amount: more };
    plantPayout(county, 'ledger-amount-mismatch', 'error', inHousehold(household), story, amounts);
  };
  differ('青松镇', 5000, '台账月保障金额比系统多50元');
  differ('双桥乡', -12_050, '台账月保障金额比系统少120.50元');
}

const yuan = (fen: number) => (fen / 100).toFixed(2);
