import type { Claim } from '../../../schemas/claim.ts';
import { type Day, dayText } from '../../../schemas/values/day.ts';
import { claimRule, type Found, type RuleRun } from '../rule.ts';
import { dueAndPaid } from './claim-verdict.ts';
import { endedRows, lastMemberDeath } from './ended-assistance.ts';

const deathMessage =
  '{head}户的户主已于{since}死亡，台账和系统中未见其他在世成员，银行仍发放{actual}元，疑似死亡后发放，请核实后追回。';

/** Whether and since when the household had left before the quarter began, with what shows it. */
export function exitBefore(
  claim: Claim,
  { firstDay, cases, has }: RuleRun,
): Pick<Found, 'at' | 'values' | 'message'> | undefined {
  const ended = endedRows(cases.household(claim.household), firstDay);
  if (ended.length > 0) {
    const last = Math.max(...ended.map(({ endDate }) => endDate ?? 0));
    const since = last === 0 ? '停保' : `自${dayText(last as Day)}起停保`;
    return { at: ended, values: { since } };
  }
  const death = has('death-register') ? lastMemberDeath(claim, firstDay, cases) : undefined;
  return death && { at: [death], values: { since: dayText(death.deathDate!) }, message: deathMessage };
}

export const paidAfterExit = claimRule({
  id: 'paid-after-exit',
  title: '退出后仍发放',
  valueHeadings: ['应为', '实发（元）'],
  clause: '二-1、三-1',
  severities: ['error'],
  needs: ['payment-list', 'bank-payout', ['dibao-roster', 'assistance-system']],
  restsOn: ['endDate', 'status', 'deathDate', 'paidAmount', 'paidOn'],
  money: true,
  periodic: true,
  only: [{ has: ['paid'], lacks: ['open-ended'] }, { has: ['paid', 'dead-member'] }],
  message: '{head}户在台账或系统中已{since}，本季银行仍发放{actual}元，疑似退出后发放，请核实后追回。',

  // A run without a death register still finds who was stopped: only the half that needs deaths is left out, and said to be.
  leftOut: ({ has }) => (has('death-register') ? [] : ['未提供死亡火化名册，未核对户主死亡后仍发放的情形']),

  // All that was paid is in question, not what exceeds the due: after the exit nothing is due.
  find: (claim, run) => {
    if (claim.paid === 0) return [];
    const exit = exitBefore(claim, run);
    if (exit === undefined) return [];
    return [
      {
        ...exit,
        expected: '不再发放',
        actual: dueAndPaid(claim).actual,
        amount: claim.paid,
        at: [...exit.at, ...claim.paidRows],
      },
    ];
  },
});
