import { inRoster, inSystem, register } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { settle } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantHalfYear, plantPayout, registeredHousehold } from '../../world/plant.ts';

const rule = 'row-duplicated';

/** The same row twice in one source. */
export function rowDuplicated(county: County): void {
  const twice = newHousehold(county, { township: '青松镇', size: 2 });
  const [, second] = inRoster(county.halfYear, twice);
  inSystem(county.halfYear, twice, { mark: '是' });
  register(county, twice);
  settle(county, twice);
  if (!second) throw new Error('no second row');
  county.halfYear.roster.push({ ...second });
  plantHalfYear(county, rule, 'list', inHousehold(twice, twice.members[1]), '台账同一行录入两次');

  const copied = newHousehold(county, { township: '清泉镇', size: 1 });
  register(county, copied, { attribute: '一般贫困户' });
  register(county, copied, { attribute: '一般贫困户' });
  plantHalfYear(county, rule, 'list', registeredHousehold(copied), '建档名册同一文件中重复');

  supersededRow(county);
  inQuarter(county);
}

/** Registered as poor in one file and as out of poverty in a later one: the later row stands, and nothing is double. */
function supersededRow(county: County): void {
  const moved = newHousehold(county, { township: '清泉镇', size: 1 });
  register(county, moved, { attribute: '一般贫困户', status: '未脱贫', income: '3600', exitYear: '' }, 'poor');
  const better = { status: '已脱贫', monitorType: '脱贫不稳定户', riskCleared: '是' };
  register(county, moved, { attribute: '一般贫困户', ...better }, 'monitored');
  nearMiss(county, 'half-year', rule, headOf(moved), '两个建档文件中各有一行，后一文件为准');
  nearMiss(county, 'half-year', 'registered-not-assisted', headOf(moved), '前一文件的“未脱贫”已被后一文件取代');
}

function inQuarter(county: County): void {
  const household = newHousehold(county, { township: '柳河镇', size: 2 });
  settle(county, household);
  const last = county.quarter.system.at(-1);
  if (last) county.quarter.system.push({ ...last });
  plantPayout(county, rule, 'list', inHousehold(household, household.members[1]), '系统导出同一行两次');
}
