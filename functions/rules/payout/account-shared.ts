import type { MessagePart } from '../../../schemas/finding.ts';
import { accountRule } from '../rule.ts';

/** Households that a sentence can name before nobody reads on. */
const namedHouseholds = 5;

export const accountShared = accountRule({
  id: 'account-shared',
  title: '一卡多户',
  clause: '三-4',
  severities: ['warning'],
  needs: ['payment-list', 'bank-payout'],
  restsOn: ['account'],
  periodic: true,
  only: { has: ['shared'] },
  message: '名册中{actual}使用同一银行账号{account}：{heads}，请逐户核实账号归属。',

  // The claims of one account are one a household, so more than one claim is more than one household.
  find: ({ claims }) => {
    if (claims.length < 2) return [];
    const first = claims.map(({ rows }) => rows[0]!);
    const named = first.slice(0, namedHouseholds);
    const heads = named.flatMap(({ headName }, at): MessagePart[] => [at > 0 ? '、' : '', { kind: 'name', text: headName }]);
    return [
      {
        expected: '1户',
        actual: `${claims.length}户`,
        at: first,
        values: { heads: [...heads, first.length > named.length ? '等' : ''] },
      },
    ];
  },
});
