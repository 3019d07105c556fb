import { claimRule } from '../rule.ts';
import { claimVerdict, dueAndPaid } from './claim-verdict.ts';

export const paymentDuplicated = claimRule({
  id: 'payment-duplicated',
  title: '重复发放',
  valueHeadings: ['应发（元）', '实发（元）'],
  clause: '三-2',
  severities: ['error'],
  needs: ['payment-list', 'bank-payout'],
  restsOn: ['kind', 'amount', 'account', 'paidAmount', 'paidOn'],
  money: true,
  periodic: true,
  only: { lacks: ['settled'] },
  message: '{head}户应发{expected}元，银行已全额发放{times}次、共{actual}元，疑似重复发放{amount}元，请核实后追回。',

  // Only whole repetitions are a second payment; any other excess is payment-amount-mismatch.
  find: (claim) => {
    if (claimVerdict(claim) !== '重复发放') return [];
    return [{ ...dueAndPaid(claim), values: { times: String(claim.fullPayments) } }];
  },
});
