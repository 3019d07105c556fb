import { inRoster, inSystem } from '../../world/books.ts';
import type { County } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { inHousehold, plantPayout } from '../../world/plant.ts';

/** Assisted in book and system, and forgotten on the payment list: nothing is due by the list, nothing was paid. */
export function listMissingHousehold(county: County): void {
  for (const township of ['柳河镇', '双桥乡']) {
    const household = newHousehold(county, { township, size: 2 });
    inRoster(county.quarter, household);
    inSystem(county.quarter, household);
    const absent = { expected: '有', actual: '无' };
    plantPayout(county, 'list-missing-household', 'error', inHousehold(household), '在保户未列入发放名册', absent);
  }
}
