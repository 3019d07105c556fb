import { inRoster, inSystem } from '../../world/books.ts';
import { type County, type Household, headOf } from '../../world/county.ts';
import { newAccount, newHousehold } from '../../world/households.ts';
import { onList, pay } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantPayout } from '../../world/plant.ts';
import type { Severity } from '../../world/planted.ts';
import type { ListRow } from '../../world/rows.ts';

const rule = 'payee-mismatch';

/** The money is right, and the account or its holder is another. */
export function payeeMismatch(county: County): void {
  const [moved, row] = listed(county, '东岗乡');
  pay(county.quarter, row, { account: newAccount(county) });
  plant(county, moved, 'warning', '实发账号与名册不同，按证件号对上', 'identity');

  const [foreign, second] = listed(county, '青松镇');
  pay(county.quarter, second, { accountName: county.names(undefined, false) });
  plant(county, foreign, 'warning', '户名是外人');

  const [member, third] = listed(county, '柳河镇');
  pay(county.quarter, third, { accountName: member.members[1]?.name ?? '' });
  plant(county, member, 'notice', '户名是同户成员（代领）');

  const agent = county.names(undefined, true);
  const [served, fourth] = listed(county, '清泉镇', { payee: agent });
  pay(county.quarter, fourth, { accountName: agent });
  plant(county, served, 'notice', '户名是名册上的领取人（代领）');

  agree(county);
}

function listed(county: County, township: string, changes: Partial<ListRow> = {}, headName?: string): [Household, ListRow] {
  const household = newHousehold(county, { township, size: 2, ...(headName ? { headName } : {}) });
  inRoster(county.quarter, household);
  inSystem(county.quarter, household);
  return [household, onList(county.quarter, household, changes)];
}

function plant(county: County, household: Household, severity: Severity, story: string, basis = 'account'): void {
  plantPayout(county, rule, severity, inHousehold(household), story, { account: household.account, amount: 0, basis });
}

function agree(county: County): void {
  const [variant, row] = listed(county, '青松镇', {}, '陈峯');
  pay(county.quarter, row, { accountName: '陈峰' });
  nearMiss(county, 'payout', rule, headOf(variant), '户名为异体字');
  const [blank, second] = listed(county, '清泉镇', { accountName: '' });
  pay(county.quarter, second, { accountName: headOf(blank).name });
  nearMiss(county, 'payout', rule, headOf(blank), '名册未填户名');
}
