import { inRoster, inSystem } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';

const rule = 'ledger-category-mismatch';

/** A, B or C differ between book and system, or one of them leaves it blank. */
export function ledgerCategoryMismatch(county: County): void {
  const household = newHousehold(county, { township: '柳河镇', size: 1, category: 'A' });
  inRoster(county.quarter, household, { category: 'B' });
  inSystem(county.quarter, household);
  pay(county.quarter, onList(county.quarter, household));
  plantPayout(county, rule, 'warning', inHousehold(household), '台账B类，系统A类');

  const blank = newHousehold(county, { township: '柳河镇', size: 1, category: 'C' });
  inRoster(county.quarter, blank, { category: '' });
  inSystem(county.quarter, blank);
  pay(county.quarter, onList(county.quarter, blank));
  nearMiss(county, 'payout', rule, headOf(blank), '台账未填分类');
}
