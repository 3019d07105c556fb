import { inRoster, inSystem } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';

const rule = 'household-inconsistent';

/** Rows of one household contradict each other within one source. */
export function householdInconsistent(county: County): void {
  const amounts = newHousehold(county, { township: '柳河镇', size: 2 });
  const [, second] = inRoster(county.quarter, amounts);
  inSystem(county.quarter, amounts);
  pay(county.quarter, onList(county.quarter, amounts));
  // Less than the head's row: the larger counts as the household's amount, so nothing else is wrong.
  if (second) second.base = amounts.base - 3000;
  plantPayout(county, rule, 'warning', inHousehold(amounts), '台账两行月保障金额不同');

  const places = newHousehold(county, { township: '青松镇', village: '前进村', size: 2 });
  inRoster(county.quarter, places);
  const [, moved] = inSystem(county.quarter, places);
  pay(county.quarter, onList(county.quarter, places));
  if (moved) moved.village = '后屯村';
  plantPayout(county, rule, 'warning', inHousehold(places), '系统两行所在村不同');

  const blank = newHousehold(county, { township: '柳河镇', size: 2 });
  const [, unfilled] = inRoster(county.quarter, blank);
  inSystem(county.quarter, blank);
  pay(county.quarter, onList(county.quarter, blank));
  if (unfilled) Object.assign(unfilled, { village: '', account: '', category: '' });
  nearMiss(county, 'payout', rule, headOf(blank), '第二行未填村、分类、账号');
}
