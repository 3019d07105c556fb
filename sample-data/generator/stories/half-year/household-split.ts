import { destitute, died, inRoster, inSystem, register } from '../../world/books.ts';
import { type County, type Household, headOf, type Person } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { settle } from '../../world/payments.ts';
import { nearMiss, plantHalfYear, registeredHousehold } from '../../world/plant.ts';

const rule = 'household-split';

/** A registered household of which dibao took in only some; and households that only look so. */
export function householdSplit(county: County): void {
  const three = newHousehold(county, { township: '青松镇', size: 3 });
  assist(county, three, three.members.slice(0, 2));
  register(county, three);
  plantHalfYear(county, rule, 'warning', registeredHousehold(three), '建档3人，只有2人纳入低保');

  const single = newHousehold(county, { township: '东岗乡', size: 3 });
  assist(county, single, single.members.slice(0, 1));
  register(county, single);
  plantHalfYear(county, rule, 'notice', registeredHousehold(single), '建档3人，1人单独纳入低保（疑似单人户）');

  supportedBrother(county);
  deadFather(county);
  uncoveredChild(county);
}

/** Only these members are assisted, as a household of their own; the first of them is its head. */
function assist(county: County, household: Household, members: readonly Person[]): void {
  const assisted = { ...household, members };
  inRoster(county.halfYear, assisted);
  inSystem(county.halfYear, assisted, { mark: '是' });
  settle(county, assisted);
}

function supportedBrother(county: County): void {
  const household = newHousehold(county, { township: '柳河镇', size: 2 });
  assist(county, household, household.members.slice(0, 1));
  register(county, household);
  const brother = household.members[1] ?? headOf(household);
  const alone = newHousehold(county, {
    township: '柳河镇',
    village: household.village,
    size: 1,
    category: 'A',
    categoryAmount: 0,
  });
  destitute(county.halfYear, { ...alone, members: [brother] }, '是');
  nearMiss(county, 'half-year', rule, headOf(household), '另一成员享受特困供养');
}

function deadFather(county: County): void {
  const household = newHousehold(county, { township: '清泉镇', size: 3 });
  assist(county, household, household.members.slice(0, 2));
  register(county, household);
  const father = household.members[2] ?? headOf(household);
  died(county, father, '2020-05-20');
  nearMiss(county, 'half-year', rule, headOf(household), '未纳入的成员已死亡');
}

function uncoveredChild(county: County): void {
  const household = newHousehold(county, { township: '东岗乡', size: 3, uncovered: 1 });
  assist(county, household, household.members);
  register(county, household);
  nearMiss(county, 'half-year', rule, headOf(household), '未纳入的成员在台账中登记为非保障对象');
}
