import type { ListRow } from '../../../schemas/sources/rows.ts';
import { type Fen, yuanText } from '../../../schemas/values/money.ts';
import { householdRule } from '../rule.ts';
import { largestAmountRow, type RegisterRow, regularRows, rowsIn } from './household-standing.ts';
import { partsRemark } from './parts-remark.ts';

const monthsOfQuarter = 3;

const sum = (rows: readonly ListRow[]) =>
  rows.reduce((total, { amount, otherAmount }) => total + (amount ?? 0) - (otherAmount ?? 0), 0);

/** 分类施保金 is the usual reason of a difference: the one side holds it, the other leaves it out. */
const isCategorySupplement = (difference: number, system: readonly RegisterRow[], months: number) =>
  system.some(({ categoryAmount }) => (categoryAmount ?? 0) !== 0 && Math.abs(difference) === categoryAmount! * months);

export const listAmountMismatch = householdRule({
  id: 'list-amount-mismatch',
  title: '名册金额与系统核定不符',
  valueHeadings: ['系统核定应发（元）', '名册金额（元）'],
  clause: '五-2、三-1',
  severities: ['error'],
  needs: ['assistance-system', 'payment-list'],
  restsOn: ['monthlyAmount', 'months', 'kind', 'amount', 'otherAmount'],
  money: true,
  periodic: true,
  only: { has: ['in-system', 'list-differs'] },
  message: '{head}户按系统核定本期应发{expected}元，发放名册为{actual}元，金额不符{supplement}，请核实后更正{parts}。',

  // 补发 and 扣减 settle other quarters and 其他补贴 is no dibao, so neither counts here.
  find: (household) => {
    const system = rowsIn(household, 'assistance-system');
    const approved = largestAmountRow(system);
    const list = regularRows(household);
    if (approved === undefined || list.length === 0) return [];
    const months = Math.max(...list.map((row) => row.months ?? monthsOfQuarter));
    const due = approved.monthlyAmount * months;
    const difference = sum(list) - due;
    if (difference === 0) return [];
    return [
      {
        expected: yuanText(due),
        actual: yuanText(sum(list)),
        amount: difference as Fen,
        at: [approved, ...list],
        values: {
          supplement: isCategorySupplement(difference, system, months) ? `（差额正好是${months}个月的分类施保金）` : '',
          parts: partsRemark(list),
        },
      },
    ];
  },
});
