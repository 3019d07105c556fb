import type { PersonCase } from '../../../schemas/case.ts';
import { byCodePoints } from '../../../schemas/values/code-point-order.ts';
import { rowsOfPerson } from '../row-person.ts';
import { groupRule } from '../rule.ts';

const idOf = ({ id }: PersonCase) => id || '无证件号';

export const identityAmbiguous = groupRule({
  id: 'identity-ambiguous',
  title: '身份待人工核对',
  valueHeadings: ['本人证件号', '疑似同一人的证件号'],
  clause: '五-1',
  severities: ['warning'],
  needs: ['dibao-roster', 'poverty-registration'],
  personalValues: 'id',
  message: '{name}（{expected}）与同名记录（{actual}）疑似为同一人，但无法确定是哪一个，请人工核对身份。',

  // Whoever has a candidate here was not joined with it: several fit, and choosing one would be a guess.
  find: (person, { cases }) => {
    const candidates = person.candidates.map((number) => cases.person(number));
    return [
      {
        expected: idOf(person),
        actual: candidates.map(idOf).sort(byCodePoints).join('、'),
        at: [person, ...candidates].flatMap((each) => rowsOfPerson(each).slice(0, 1)),
      },
    ];
  },
});
