import { inRoster, inSystem } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';

const rule = 'ledger-only';

/** In the county's book and not in the system: not on the list either, since the list is made from the system. */
export function ledgerOnly(county: County): void {
  const household = newHousehold(county, { township: '青松镇', size: 2 });
  inRoster(county.quarter, household);
  const absent = { expected: '有', actual: '无' };
  plantPayout(county, rule, 'error', inHousehold(household), '台账在保，系统没有', absent);

  const stopped = newHousehold(county, { township: '柳河镇', size: 1 });
  inRoster(county.quarter, stopped);
  inSystem(county.quarter, stopped, { status: '停保', end: '2020-05' });
  plantPayout(county, rule, 'error', inHousehold(stopped), '台账在保，系统已停保', absent);

  const both = newHousehold(county, { township: '青松镇', size: 1 });
  for (const enter of [inRoster, inSystem]) enter(county.quarter, both, { status: '停保', end: '2020-05' });
  nearMiss(county, 'payout', rule, headOf(both), '台账和系统都已停保');
}
