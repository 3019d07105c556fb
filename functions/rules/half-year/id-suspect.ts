import type { MatchBasis } from '../../../schemas/case.ts';
import { byCodePoints } from '../../../schemas/values/code-point-order.ts';
import { rowId, rowsOfPerson } from '../row-person.ts';
import { personRule } from '../rule.ts';

const reasons: Readonly<Record<Exclude<MatchBasis, 'same-id'>, string>> = {
  'lost-digits': '证件号末几位疑似被表格改写',
  'near-id': '两个证件号只差一位或相邻两位颠倒',
  'no-id': '一方没有有效证件号，姓名和住址相同',
};

export const idSuspect = personRule({
  id: 'id-suspect',
  title: '疑似证件号错误',
  valueHeadings: ['证件号', '其他名册中的证件号'],
  clause: '五-1',
  severities: ['error'],
  needs: ['dibao-roster', 'poverty-registration'],
  personalValues: 'id',
  only: { has: ['joined'] },
  message: '{name}在各名册中的证件号不一致（{expected}、{actual}），{reason}，疑似为同一人，请核对身份证件后更正。',

  // The case holds rows that only a suspicion joined: people confirm it by mending the wrong id.
  find: (person) => {
    if (person.basis === 'same-id') return [];
    const rows = rowsOfPerson(person);
    const expected = person.id || '无证件号';
    const others = new Set(rows.map((row) => rowId(row)?.text || '无证件号').filter((text) => text !== expected));
    return [
      {
        expected,
        actual: [...others].sort(byCodePoints).join('、') || expected,
        at: rows,
        values: { reason: reasons[person.basis] },
        ...(others.size === 0 && {
          message: '{name}在各名册中都没有证件号，姓名和住址相同，疑似为同一人，请核对身份证件后补录。',
        }),
      },
    ];
  },
});
