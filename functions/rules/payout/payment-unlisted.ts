import { yuanText } from '../../../schemas/values/money.ts';
import { bankRowRule } from '../rule.ts';

export const paymentUnlisted = bankRowRule({
  id: 'payment-unlisted',
  title: '名册外发放',
  valueHeadings: ['名册', '实发（元）'],
  clause: '三-1',
  severities: ['error'],
  needs: ['payment-list', 'bank-payout'],
  restsOn: ['account', 'paidAmount', 'paidOn'],
  money: true,
  periodic: true,
  message: '银行向{name}发放{actual}元，发放名册中未见对应的户，请核实收款人和发放依据。',

  // A head of the list whose claim another payment settled: perhaps paid twice, the second time to another account.
  find: (row, { claims }) => {
    if (claims === undefined || claims.claimOf(row) !== -1) return [];
    const amount = claims.paidBy(row);
    if (amount === 0) return [];
    const found = { expected: '无', actual: yuanText(amount), amount };
    const claim = claims.claims[claims.claimOfHead(row)];
    if (claim === undefined) return [{ ...found, at: [row] }];
    const listed = claim.rows[0]!;
    return [
      {
        ...found,
        at: [row, listed],
        message:
          '银行向{name}发放{actual}元，该笔未对应名册中任何一户；收款人证件号与名册上{listHead}户的户主相同（名册账号{listAccount}，应发{due}元，已发{paid}元），疑似向另一账号重复发放，请核实。',
        values: {
          listHead: { kind: 'name', text: listed.headName },
          listAccount: { kind: 'account', text: claim.account || '无' },
          due: yuanText(claim.due),
          paid: yuanText(claim.paid),
        },
      },
    ];
  },
});
