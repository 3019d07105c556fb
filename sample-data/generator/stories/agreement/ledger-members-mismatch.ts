import { inRoster, inSystem } from '../../world/books.ts';
import type { County } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';

/** The book knows a member whom the system does not. */
export function ledgerMembersMismatch(county: County): void {
  const household = newHousehold(county, { township: '清泉镇', size: 3 });
  inRoster(county.quarter, household);
  inSystem(county.quarter, { ...household, members: household.members.slice(0, 2) });
  pay(county.quarter, onList(county.quarter, household));
  plantPayout(county, 'ledger-members-mismatch', 'warning', inHousehold(household), '台账3人，系统2人');

  // Entered in the book as somebody who lives there and is not assisted: the assisted are the same.
  const child = newHousehold(county, { township: '清泉镇', size: 3, uncovered: 1 });
  inRoster(county.quarter, child);
  inSystem(county.quarter, { ...child, members: child.members.slice(0, 2) });
  pay(county.quarter, onList(county.quarter, child));
  nearMiss(county, 'payout', 'ledger-members-mismatch', child.members[0]!, '多出的成员不是保障对象');
}
