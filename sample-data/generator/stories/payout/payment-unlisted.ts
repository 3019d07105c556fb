import { inRoster, inSystem } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newAccount, newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { nobody, plantPayout } from '../../world/plant.ts';

const rule = 'payment-unlisted';

/** Money that left the bank and belongs to nobody on the list. */
export function paymentUnlisted(county: County): void {
  const stranger = newHousehold(county, { township: '东岗乡', size: 1, base: 41_300, categoryAmount: 0 });
  const row = pay(county.quarter, onList({ ...county.quarter, list: [] }, stranger));
  const subject = { ...nobody, name: row.accountName, id: row.id };
  plantPayout(county, rule, 'error', subject, '名册中没有的人', { account: row.account, amount: row.paid });

  // Paid on the listed account already; here once more, on an account of the same head that the list does not know.
  const household = newHousehold(county, { township: '东岗乡', size: 2 });
  inRoster(county.quarter, household);
  inSystem(county.quarter, household);
  const listed = onList(county.quarter, household);
  pay(county.quarter, listed);
  const account = newAccount(county);
  pay(county.quarter, listed, { account });
  const head = { ...nobody, name: headOf(household).name, id: headOf(household).id };
  plantPayout(county, rule, 'error', head, '户主证件号在名册中，另一账号又发一次', { account, amount: listed.amount });
}
