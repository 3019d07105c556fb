import { inRoster, inSystem, register } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { settle } from '../../world/payments.ts';
import { nearMiss, person, plantHalfYear } from '../../world/plant.ts';

const rule = 'residence-mismatch';

/** Assisted in one place and registered in another; and one place written in two ways. */
export function residenceMismatch(county: County): void {
  const moved = livesIn(county, { township: '青松镇', village: '大榆树村' }, { township: '双桥乡', village: '南沟村' });
  for (const member of moved.members) plantHalfYear(county, rule, 'list', person(moved, member), '台账在青松镇，建档在双桥乡');
  const neighbour = livesIn(county, { township: '东岗乡', village: '西岗村' }, { township: '东岗乡', village: '团结村' });
  for (const member of neighbour.members) plantHalfYear(county, rule, 'list', person(neighbour, member), '同乡不同村');

  const same = { township: '柳河镇', village: '永丰村' };
  for (const [written, story] of [
    [{ township: '柳河', village: '永丰村委会' }, '乡镇、村的写法不同'],
    [{ township: '老柳河乡', village: '永丰' }, '旧乡名，县配置中已对应'],
    [{ township: '柳河镇', village: '' }, '建档名册未填村'],
  ] as const)
    nearMiss(county, 'half-year', rule, headOf(livesIn(county, same, written)), story);
}

function livesIn(
  county: County,
  place: { township: string; village: string },
  registeredAt: { township: string; village: string },
) {
  const household = newHousehold(county, { ...place, size: 2 });
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household, { mark: '是' });
  register(county, household, registeredAt);
  settle(county, household);
  return household;
}
