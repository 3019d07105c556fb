import { inRoster, inSystem } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newAccount, newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';

const rule = 'ledger-account-mismatch';

/** The book still has the old account. */
export function ledgerAccountMismatch(county: County): void {
  const household = newHousehold(county, { township: '青松镇', size: 2 });
  inRoster(county.quarter, household, { account: newAccount(county) });
  inSystem(county.quarter, household);
  pay(county.quarter, onList(county.quarter, household));
  plantPayout(county, rule, 'warning', inHousehold(household), '台账账号为旧账号');

  const spaced = newHousehold(county, { township: '青松镇', size: 1 });
  inRoster(county.quarter, spaced, { account: spaced.account.replace(/(\d{4})(?=\d)/g, '$1 ') });
  inSystem(county.quarter, spaced);
  pay(county.quarter, onList(county.quarter, spaced));
  nearMiss(county, 'payout', rule, headOf(spaced), '台账账号中有空格');

  const masked = newHousehold(county, { township: '青松镇', size: 1 });
  inRoster(county.quarter, masked, { account: `${masked.account.slice(0, 4)}****${masked.account.slice(-4)}` });
  inSystem(county.quarter, masked);
  pay(county.quarter, onList(county.quarter, masked));
  nearMiss(county, 'payout', rule, headOf(masked), '台账账号打了星号，视为没有账号');
}
