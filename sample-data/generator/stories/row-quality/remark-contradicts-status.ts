import { inRoster, inSystem, register } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { settle } from '../../world/payments.ts';
import { inHousehold, nearMiss, plantHalfYear, plantPayout } from '../../world/plant.ts';
import { registeredAssisted } from '../ordinary.ts';

const rule = 'remark-contradicts-status';

/** The remark says that it is over, the status that it is not. */
export function remarkContradictsStatus(county: County): void {
  const remarked = newHousehold(county, { township: '青松镇', size: 2 });
  const [head] = inRoster(county.halfYear, remarked);
  inSystem(county.halfYear, remarked, { mark: '是' });
  register(county, remarked);
  if (head) head.remark = '2020年5月已故';
  plantHalfYear(county, rule, 'notice', inHousehold(remarked), '备注“2020年5月已故”，状态在保');

  const tailed = newHousehold(county, { township: '柳河镇', size: 1 });
  inRoster(county.halfYear, tailed);
  const [row] = inSystem(county.halfYear, tailed, { mark: '是' });
  register(county, tailed);
  const name = `${headOf(tailed).name}（已故）`;
  if (row) row.name = name;
  plantHalfYear(county, rule, 'notice', inHousehold(tailed, { ...headOf(tailed), name }), '系统姓名后注“已故”，状态在保');

  const stopped = newHousehold(county, { township: '青松镇', size: 1 });
  inRoster(county.halfYear, stopped, { status: '停保', end: '2020-01', remark: '死亡停保' });
  nearMiss(county, 'half-year', rule, headOf(stopped), '已停保，备注与状态一致');
  const harmless = registeredAssisted(county, { township: '柳河镇', size: 1 });
  const last = county.halfYear.roster.at(-1);
  if (last) last.remark = '子女在外务工';
  nearMiss(county, 'half-year', rule, headOf(harmless), '备注与在保与否无关');

  inQuarter(county);
}

function inQuarter(county: County): void {
  const household = newHousehold(county, { township: '柳河镇', size: 1 });
  settle(county, household);
  const row = county.quarter.roster.at(-1);
  if (row) row.remark = '6月迁出';
  plantPayout(county, rule, 'notice', inHousehold(household), '备注“6月迁出”，状态在保，仍发放');
}
