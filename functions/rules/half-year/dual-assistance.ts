import { byCodePoints } from '../../../schemas/values/code-point-order.ts';
import { namesAgree } from '../../../schemas/values/person-name.ts';
import { personRule } from '../rule.ts';

export const dualAssistance = personRule({
  id: 'dual-assistance',
  title: '重复享受救助',
  clause: '一-1',
  severities: ['error', 'warning'],
  needs: ['dibao-roster'],
  restsOn: ['area', 'householdId', 'certificateNumber'],
  only: { has: ['assisted-twice'] },
  message: '{name}疑似重复享受救助（{actual}），涉及的户：{households}，请核实后只保留一处{names}。',

  // Two households, both kinds of dibao, or dibao beside 特困: each of them excludes the other.
  find: ({ dibao, urban, destitute }, { cases }) => {
    if (dibao.length + urban.length === 0 || dibao.length + urban.length + destitute.length < 2) return [];
    const assisted = [...dibao, ...urban];
    const households = new Set(assisted.map((row) => cases.householdOf(row)));
    const twice = households.size > 1 || (dibao.length > 0 && urban.length > 0) || destitute.length > 0;
    if (!twice) return [];
    const rows = [...assisted, ...destitute];
    // Under one id with two names, one of the two more likely carries somebody else's id.
    const names = [...new Set(rows.map(({ name }) => name))];
    const sameName = names.every((name, at) => names.slice(at + 1).every((other) => namesAgree(name, other)));
    const kinds = [
      ...(dibao.length > 0 ? ['农村低保'] : []),
      ...(urban.length > 0 ? ['城市低保'] : []),
      ...(destitute.length > 0 ? ['特困供养'] : []),
      ...(households.size > 1 ? [`在${households.size}户中`] : []),
    ];
    const ids = [...households].map((number) => cases.household(number).householdId).sort(byCodePoints);
    return [
      {
        severity: sameName ? 'error' : 'warning',
        expected: '一处',
        actual: kinds.join('、'),
        at: rows,
        values: {
          households: { kind: 'household', text: ids.join('、') },
          names: sameName ? '' : '（姓名不符，疑似证件号错录）',
        },
      },
    ];
  },
});
