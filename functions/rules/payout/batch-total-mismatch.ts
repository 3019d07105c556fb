import { type Fen, yuanText } from '../../../schemas/values/money.ts';
import { fileRule } from '../rule.ts';

export const batchTotalMismatch = fileRule({
  id: 'batch-total-mismatch',
  title: '合计不符',
  valueHeadings: ['文件所写合计', '逐行相加'],
  clause: '三-5',
  severities: ['error'],
  // A list or a bank file alone can be added up.
  needs: [['payment-list', 'bank-payout']],
  money: true,
  periodic: true,
  message:
    '文件“{file}”第{row}行的{level}“{column}”为{expected}，按明细行合计为{actual}，合计不符{rejected}，请与银行或制表单位核对。',

  // One difference a file: whatever follows the first is often the same error carried on.
  find: ({ file, totals }) => {
    const wrong = totals.find(({ stated, summed }) => stated !== summed);
    if (wrong === undefined) return [];
    const { stated, summed, count, level, column, address, overRejectedRows } = wrong;
    const text = (value: number) => (count ? String(value) : yuanText(value));
    return [
      {
        expected: text(stated),
        actual: text(summed),
        ...(count ? {} : { amount: (summed - stated) as Fen }),
        at: [address],
        values: {
          file,
          level,
          column,
          row: String(address.row),
          rejected: overRejectedRows ? '（明细中有退回行，见退回行表）' : '',
        },
      },
    ];
  },
});
