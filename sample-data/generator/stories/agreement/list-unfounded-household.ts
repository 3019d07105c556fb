import { inRoster } from '../../world/books.ts';
import type { County } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, listedHousehold, plantPayout } from '../../world/plant.ts';

const rule = 'list-unfounded-household';
const present = { expected: '无', actual: '有' };

/** On the list and paid without being assisted in the system. */
export function listUnfoundedHousehold(county: County): void {
  const stranger = newHousehold(county, { township: '清泉镇', size: 1 });
  const row = onList(county.quarter, stranger);
  pay(county.quarter, row);
  plantPayout(county, rule, 'error', listedHousehold(row), '名册有，台账和系统都没有', present);

  const known = newHousehold(county, { township: '东岗乡', size: 2 });
  inRoster(county.quarter, known);
  pay(county.quarter, onList(county.quarter, known));
  plantPayout(county, rule, 'error', inHousehold(known), '名册和台账有，系统没有', present);
  plantPayout(county, 'ledger-only', 'error', inHousehold(known), '名册和台账有，系统没有', { expected: '有', actual: '无' });
}
