import type { RegistrationRow } from '../../../schemas/sources/rows.ts';
import { type Day, yearOf } from '../../../schemas/values/day.ts';
import { yuanText } from '../../../schemas/values/money.ts';
import { normaliseKey } from '../../../schemas/values/text.ts';
import { personRule } from '../rule.ts';

const isPoor = ({ status }: RegistrationRow) => status === '未脱贫' || status === '返贫';

/** Watched because it may fall back into poverty, and not yet out of danger. */
const isAtRisk = ({ monitorType, riskCleared }: RegistrationRow) =>
  !['', '无', '否'].includes(normaliseKey(monitorType)) && !riskCleared;

/** The row with the lowest income below the standard; an income of 0 or less is a cell that nobody filled in. */
function belowStandard(rows: readonly RegistrationRow[], standard = 0): RegistrationRow | undefined {
  let lowest: RegistrationRow | undefined;
  for (const row of rows) {
    const income = row.perCapitaIncome ?? 0;
    if (income > 0 && income < (lowest?.perCapitaIncome ?? standard)) lowest = row;
  }
  return lowest;
}

const assistance = { missingFrom: 'dibao-roster', presentIn: 'poverty-registration' } as const;
const noStandard = (asOf: Day) => `县配置未给出${yearOf(asOf)}年农村低保标准（ruralStandard），未核对收入低于标准的情形`;

export const registeredNotAssisted = personRule({
  id: 'registered-not-assisted',
  title: '建档未纳入救助',
  clause: '九-1',
  severities: ['error', 'warning'],
  needs: ['dibao-roster', 'poverty-registration'],
  uses: ['destitute', 'death-register'],
  absence: assistance,
  restsOn: ['status', 'perCapitaIncome', 'monitorType', 'riskCleared'],
  only: { has: ['registered'], lacks: ['dibao', 'urban', 'destitute', 'dead'] },
  message: '{name}为建档立卡贫困人口（{reasons}），未见纳入低保或特困救助，请入户核实是否应保未保。',
  leftOut: ({ ruralStandard, asOf }) => (ruralStandard === undefined ? [noStandard(asOf)] : []),

  // Most of the registered have left poverty and need nothing: one sign of need must be there.
  find: ({ registered, dibao, urban, destitute, dead }, { ruralStandard }) => {
    if (registered.length === 0 || dibao.length + urban.length + destitute.length > 0 || dead !== undefined) return [];
    const poor = registered.find(isPoor);
    const low = belowStandard(registered, ruralStandard);
    const atRisk = registered.find(isAtRisk);
    if (poor === undefined && low === undefined && atRisk === undefined) return [];
    const reasons = [
      ...(poor === undefined ? [] : [`脱贫属性为${poor.status}`]),
      ...(low === undefined
        ? []
        : [`人均纯收入${yuanText(low.perCapitaIncome!)}元低于农村低保标准${yuanText(ruralStandard!)}元`]),
      ...(atRisk === undefined ? [] : ['监测对象风险未消除']),
    ];
    const severity = poor !== undefined && low !== undefined ? 'error' : 'warning';
    return [{ severity, expected: '有', actual: '无', at: registered, values: { reasons: reasons.join('，') } }];
  },
});
