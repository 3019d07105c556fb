import { activeOn } from '../../../schemas/values/active.ts';
import { claimRule } from '../rule.ts';
import { deathBefore, registerRows } from './ended-assistance.ts';
import { exitBefore } from './paid-after-exit.ts';

export const deceasedMemberPaid = claimRule({
  id: 'deceased-member-paid',
  title: '含死亡成员发放',
  clause: '二-1',
  severities: ['warning'],
  needs: ['payment-list', 'bank-payout', 'death-register', ['dibao-roster', 'assistance-system']],
  restsOn: ['deathDate'],
  periodic: true,
  only: { has: ['paid', 'dead-member'] },
  message: '{head}户本季仍发放，保障人员{dead}已于本季前死亡，疑似含死亡成员的保障金，请核实后核减。',

  // Where nobody is left, or the whole household left, the payment is paid-after-exit and not one member's share.
  find: (claim, run) => {
    if (claim.paid === 0) return [];
    const { cases, asOf, firstDay } = run;
    const members = registerRows(cases.household(claim.household)).filter((row) => row.covered && activeOn(row, asOf));
    const dead = members.flatMap((row) => {
      const death = deathBefore(row, firstDay, cases);
      return death === undefined ? [] : [{ row, death }];
    });
    if (dead.length === 0 || exitBefore(claim, run) !== undefined) return [];
    const persons = [...new Map(dead.map((each) => [cases.personOf(each.row), each])).values()];
    const names = persons.map(({ row }) => row.name).join('、');
    return [
      {
        expected: '核减死亡成员',
        actual: `${persons.length}名已死亡成员仍计入`,
        at: persons.flatMap(({ row, death }) => [row, death]),
        values: { dead: { kind: 'name', text: names } },
      },
    ];
  },
});
