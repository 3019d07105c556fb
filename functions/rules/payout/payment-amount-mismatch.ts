import { partsRemark } from '../agreement/parts-remark.ts';
import { claimRule } from '../rule.ts';
import { claimVerdict, dueAndPaid } from './claim-verdict.ts';

export const paymentAmountMismatch = claimRule({
  id: 'payment-amount-mismatch',
  title: '发放金额不符',
  valueHeadings: ['应发（元）', '实发（元）'],
  clause: '三-2',
  severities: ['error'],
  needs: ['payment-list', 'bank-payout'],
  restsOn: ['kind', 'amount', 'account', 'paidAmount', 'paidOn'],
  money: true,
  periodic: true,
  only: { lacks: ['settled'] },
  message: '{head}户应发{expected}元，银行实发{actual}元，{direction}{amount}元，金额不符，请核实后{mend}{parts}。',

  // Where nothing is due after 扣减, whatever was paid is too much. A whole second payment is payment-duplicated.
  find: (claim) => {
    const verdict = claimVerdict(claim);
    if (verdict !== '少发' && verdict !== '多发') return [];
    return [
      {
        ...dueAndPaid(claim),
        values: { direction: verdict, mend: verdict === '少发' ? '补发' : '追回', parts: partsRemark(claim.rows) },
      },
    ];
  },
});
