import { inRoster, inSystem } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';

const rule = 'system-only';

/** In the system and paid, and nobody entered it in the county's book. */
export function systemOnly(county: County): void {
  const household = newHousehold(county, { township: '东岗乡', size: 2 });
  inSystem(county.quarter, household);
  pay(county.quarter, onList(county.quarter, household));
  plantPayout(county, rule, 'error', inHousehold(household), '系统在保，台账没有', { expected: '有', actual: '无' });

  // The system keeps 特困 too; they have a roster of their own.
  const supported = newHousehold(county, { township: '东岗乡', size: 1, category: 'A', categoryAmount: 0 });
  inSystem(county.quarter, supported, { programme: '特困', area: '', category: '' });
  nearMiss(county, 'payout', rule, headOf(supported), '系统中是特困，不是低保');

  // Paid for July, the last month: still active on the first day of the quarter.
  const leaving = newHousehold(county, { township: '清泉镇', size: 1 });
  for (const enter of [inRoster, inSystem]) enter(county.quarter, leaving, { status: '停保', end: '2020-07' });
  pay(county.quarter, onList(county.quarter, leaving));
  nearMiss(county, 'payout', 'paid-after-exit', headOf(leaving), '截止保障年月2020年7月，季度首日仍在保');
}
