import type { Fen } from '../../../schemas/values/money.ts';
import { claimRule } from '../rule.ts';
import { claimVerdict, dueAndPaid } from './claim-verdict.ts';

export const unpaid = claimRule({
  id: 'unpaid',
  title: '应发未发',
  reasonHeading: '发放情况',
  clause: '三-2',
  severities: ['error'],
  needs: ['payment-list', 'bank-payout'],
  restsOn: ['kind', 'amount', 'account'],
  money: true,
  periodic: true,
  only: { lacks: ['settled'] },
  message: '{head}户按名册应发{expected}元，银行回盘中未见账号{account}的任何记录，请核实后补发。',

  find: (claim) => {
    if (claimVerdict(claim) !== '未发') return [];
    const withAccount = claim.account !== '';
    return [
      {
        ...dueAndPaid(claim),
        actual: withAccount ? '未见发放' : '无账号',
        amount: -claim.due as Fen,
        ...(withAccount
          ? {}
          : { message: '{head}户按名册应发{expected}元，名册上没有可用账号，银行回盘中未见发放，请补采账号后补发。' }),
      },
    ];
  },
});
