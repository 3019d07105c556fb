import { type Day, dayText, firstOfMonth } from '../../../schemas/values/day.ts';
import { personRule } from '../rule.ts';

export const deceasedAssisted = personRule({
  id: 'deceased-assisted',
  title: '死亡人员仍在保',
  valueHeadings: ['死亡日期', '低保台账'],
  clause: '二-1',
  severities: ['error', 'warning', 'notice'],
  needs: ['dibao-roster', 'death-register'],
  restsOn: ['deathDate'],
  only: [{ has: ['dead', 'dibao'] }, { has: ['dead', 'urban'] }],
  message: '{name}{suspected}于{expected}死亡，低保台账中仍在保，请核实后及时停保{remark}。',

  find: ({ dibao, urban, dead, rows }, { asOf }) => {
    if (dead === undefined || dibao.length + urban.length === 0) return [];
    const assisted = [...dibao, ...urban];
    const deaths = rows.death.filter(({ deathDate }) => deathDate !== undefined && deathDate <= asOf);
    const died = Math.min(...deaths.map(({ deathDate }) => deathDate!)) as Day;
    const ids = new Set(assisted.map(({ idNumber }) => idNumber.normalised).filter((id) => id !== ''));
    const sameId = deaths.some(({ idNumber }) => ids.has(idNumber.normalised));
    // Stopping takes until the end of the month, so a death of this month is no fault yet.
    const inTime = firstOfMonth(died) === firstOfMonth(asOf);
    return [
      {
        severity: inTime ? 'notice' : sameId ? 'error' : 'warning',
        expected: dayText(died),
        actual: '在保',
        at: [...assisted, ...deaths],
        values: {
          suspected: sameId ? '' : '疑似',
          remark: inTime ? '（正常停保时限内）' : sameId ? '' : '（两处证件号不同，请先核对身份）',
        },
      },
    ];
  },
});
