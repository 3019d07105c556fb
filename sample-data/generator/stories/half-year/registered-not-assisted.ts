import { destitute, died, inRoster, inSystem, register } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold, type Wishes } from '../../world/households.ts';
import { settle } from '../../world/payments.ts';
import { nearMiss, plantHalfYear, registeredPerson } from '../../world/plant.ts';
import type { Severity } from '../../world/planted.ts';
import type { RegistrationFile, RegistrationRow } from '../../world/rows.ts';

const rule = 'registered-not-assisted';

/** Registered poor who get no assistance although poverty, income or a risk speak for it; and those who need none. */
export function registeredNotAssisted(county: County): void {
  found(county, 'error', '未脱贫且收入低于标准', { status: '未脱贫', income: '3800' }, { township: '青松镇', size: 2 });
  found(county, 'error', '返贫且收入低于标准', { status: '返贫', income: '4199.99' }, { township: '双桥乡', size: 1 });
  found(county, 'warning', '返贫，收入高于标准', { status: '返贫', income: '5600' }, { township: '东岗乡', size: 2 });
  found(county, 'warning', '未脱贫，收入未填', { status: '未脱贫', income: '' }, { township: '柳河镇', size: 1 });
  found(county, 'warning', '已脱贫，收入低于农村标准4200元', { income: '4100' }, { township: '清泉镇', size: 3 }, 'exited-2019');
  const monitored = { status: '已脱贫', monitorType: '脱贫不稳定户', riskCleared: '否' };
  found(county, 'warning', '脱贫不稳定户，风险未消除', monitored, { township: '红星农场', size: 2 }, 'monitored');

  passed(county, '已脱贫，收入正好等于标准', { income: '4200' });
  passed(county, '已脱贫，收入为0（视为未填）', { income: '0' });
  passed(county, '监测对象，风险已消除', { monitorType: '脱贫不稳定户', riskCleared: '是' }, 'monitored');
  passed(county, '监测对象类型填“无”', { monitorType: '无', riskCleared: '' }, 'monitored');
  passed(county, '边缘户不是建档立卡贫困户', { attribute: '其他', status: '边缘', income: '3900' }, 'monitored');
  buried(county);
  supported(county);
  movedToTown(county);
}

function found(
  county: County,
  severity: Severity,
  story: string,
  changes: Partial<RegistrationRow>,
  wishes: Wishes,
  file: RegistrationFile = 'poor',
): void {
  const household = newHousehold(county, wishes);
  register(county, household, { attribute: '一般贫困户', exitYear: '', ...changes }, file);
  for (const member of household.members) plantHalfYear(county, rule, severity, registeredPerson(household, member), story);
}

function passed(county: County, story: string, changes: Partial<RegistrationRow>, file: RegistrationFile = 'exited-2019'): void {
  const household = newHousehold(county, { township: '柳河镇', size: 1 });
  register(county, household, { attribute: '一般贫困户', ...changes }, file);
  nearMiss(county, 'half-year', rule, headOf(household), story);
}

const stillPoor = { status: '未脱贫', income: '3500', exitYear: '' };

function buried(county: County): void {
  const household = newHousehold(county, { township: '东岗乡', size: 1 });
  register(county, household, { attribute: '一般贫困户', ...stillPoor }, 'poor');
  died(county, headOf(household), '2020-02-11');
  nearMiss(county, 'half-year', rule, headOf(household), '未脱贫，但已于2020年2月死亡');
}

function supported(county: County): void {
  const household = newHousehold(county, { township: '清泉镇', size: 1, category: 'A', categoryAmount: 0, base: 36_400 });
  register(county, household, { attribute: '特困供养贫困户', ...stillPoor }, 'poor');
  destitute(county.halfYear, household, '是');
  nearMiss(county, 'half-year', rule, headOf(household), '未脱贫，已享受特困供养');
}

/** Registered in the village, urban dibao in town. No urban row of the system carries any mark, so the marks say nothing there. */
function movedToTown(county: County): void {
  const household = newHousehold(county, { township: '城关街道', size: 1 });
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household);
  settle(county, household);
  register(county, household, { township: '青松镇', village: '后屯村', ...stillPoor }, 'poor');
  nearMiss(county, 'half-year', rule, headOf(household), '未脱贫，已享受城市低保');
  nearMiss(county, 'half-year', 'poverty-mark-missing', headOf(household), '城市低保的标识列全空，本规则对其不运行');
  nearMiss(county, 'half-year', 'attribute-mismatch', headOf(household), '低保贫困户，享受的是城市低保');
}
