import type { HouseholdVerdict, HouseholdVerdicts } from '../../../schemas/household-verdict.ts';
import type { TableLayout, TableTotals } from '../workbook/table-sheet.ts';
import { tabPlaces } from './rule-sheets.ts';

/** 逐户核对: every household of the payment list, so that an auditor can tick each line. */
export const householdLayout: TableLayout<HouseholdVerdict> = {
  title: '逐户核对',
  note: '发放名册上的每一户一行，含核对一致的；应发为名册正常与补发之和减扣减，实发为银行回盘成功且未退回的金额。',
  place: tabPlaces.households,
  frozenColumns: 5,
  columns: [
    { heading: '序号', width: 8, fit: [5, 10], style: 'ordinal', value: (_, ordinal) => ordinal },
    { heading: '乡镇', width: 12, fit: [8, 18], style: 'text', value: ({ township }) => township },
    { heading: '村', width: 14, fit: [6, 18], style: 'text', value: ({ village }) => village },
    { heading: '户编号', width: 21, fit: [8, 24], style: 'text', value: ({ householdId }) => householdId },
    { heading: '户主姓名', width: 10, fit: [8, 16], style: 'text', value: ({ headName }) => headName },
    { heading: '户主身份证号', width: 21, fit: [20, 24], style: 'text', value: ({ headId }) => headId },
    { heading: '账号', width: 23, fit: [10, 34], style: 'text', value: ({ accounts }) => accounts.join('\n') },
    { heading: '应发（元）', width: 17, fit: [12, 20], style: 'amount', value: ({ due }) => due / 100, summed: true },
    { heading: '实发（元）', width: 17, fit: [12, 20], style: 'amount', value: ({ paid }) => paid / 100, summed: true },
    {
      heading: '差额（元）',
      width: 17,
      fit: [12, 20],
      style: 'markedAmount',
      zeroStyle: 'amount',
      value: ({ due, paid }) => (paid - due) / 100,
      summed: true,
    },
    { heading: '核对结论', width: 16, fit: [10, 20], style: 'centered', value: ({ verdicts }) => verdicts.join('、') },
    { heading: '失败原因', width: 24, fit: [10, 34], style: 'text', value: ({ reason }) => reason },
    { heading: '勾对', width: 8, style: 'answer', value: () => undefined },
  ],
};

/** What stands above its rows. */
export const householdTotals = ({ count, due, paid }: HouseholdVerdicts): TableTotals => ({
  rows: count,
  sums: [due, paid, paid - due],
});
