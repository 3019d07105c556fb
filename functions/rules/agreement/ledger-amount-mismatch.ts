import { type Fen, yuanText } from '../../../schemas/values/money.ts';
import { householdRule } from '../rule.ts';
import { largestAmountRow, rowsIn } from './household-standing.ts';

export const ledgerAmountMismatch = householdRule({
  id: 'ledger-amount-mismatch',
  title: '台账与系统金额不符',
  valueHeadings: ['系统月保障金额', '台账月保障金额'],
  clause: '五-2',
  severities: ['error'],
  needs: ['dibao-roster', 'assistance-system'],
  restsOn: ['monthlyAmount'],
  money: true,
  periodic: true,
  only: { has: ['in-roster', 'in-system', 'amounts-differ'] },
  message: '{head}户系统月保障金额为{expected}元，台账为{actual}元，金额不符，请核对审批材料后更正。',

  // Rows of one book that disagree among themselves are household-inconsistent; here the largest amount of each counts.
  find: (household) => {
    const system = largestAmountRow(rowsIn(household, 'assistance-system'));
    const roster = largestAmountRow(rowsIn(household, 'dibao-roster'));
    if (system === undefined || roster === undefined || system.monthlyAmount === roster.monthlyAmount) return [];
    return [
      {
        expected: yuanText(system.monthlyAmount),
        actual: yuanText(roster.monthlyAmount),
        amount: (roster.monthlyAmount - system.monthlyAmount) as Fen,
        at: [system, roster],
      },
    ];
  },
});
