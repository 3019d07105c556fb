import { inRoster, inSystem } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';

/** 保障人数 says one thing, the rows another. */
export function coveredCountMismatch(county: County): void {
  const rule = 'covered-count-mismatch';
  const household = newHousehold(county, { township: '清泉镇', size: 2 });
  inRoster(county.quarter, household, { coveredCount: '3' });
  inSystem(county.quarter, household);
  pay(county.quarter, onList(county.quarter, household));
  plantPayout(county, rule, 'warning', inHousehold(household), '台账保障人数3，实有2行', { expected: '3', actual: '2' });

  const partly = newHousehold(county, { township: '清泉镇', size: 3, uncovered: 1 });
  inRoster(county.quarter, partly);
  inSystem(county.quarter, partly);
  pay(county.quarter, onList(county.quarter, partly));
  nearMiss(county, 'payout', rule, headOf(partly), '3人中1人不是保障对象，保障人数2正确');
}
