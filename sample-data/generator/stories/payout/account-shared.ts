import { inRoster, inSystem } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { nobody, plantPayout } from '../../world/plant.ts';

/** One card, two households: each is paid what is due to it, and the two transfers are told apart by their amounts. */
export function accountShared(county: County): void {
  const owner = newHousehold(county, { township: '青松镇', size: 2, base: 50_000, categoryAmount: 0 });
  const { account } = owner;
  const neighbour = newHousehold(county, { township: '柳河镇', size: 1, base: 31_000, categoryAmount: 0, account });
  for (const household of [owner, neighbour]) {
    const holder = { accountName: headOf(owner).name };
    inRoster(county.quarter, household, holder);
    inSystem(county.quarter, household, holder);
    pay(county.quarter, onList(county.quarter, household, holder), { file: 'first' });
  }
  plantPayout(county, 'account-shared', 'warning', nobody, '两户用同一账号', { account });
}
