import type { Claim } from '../../../schemas/claim.ts';
import type { BankRow } from '../../../schemas/sources/rows.ts';
import { namesAgree } from '../../../schemas/values/person-name.ts';
import { claimRule, type RuleRun } from '../rule.ts';
import { dueAndPaid } from './claim-verdict.ts';

const agreesWithAny = (name: string, names: Iterable<string>) =>
  [...names].some((other) => other !== '' && namesAgree(name, other));

/** Others who may collect for the household: its members in roster or system, and the 领取人 that the list names. */
function* collectors(claim: Claim, { cases }: RuleRun): Iterable<string> {
  for (const { payeeName } of claim.rows) yield payeeName;
  const { roster, system } = cases.household(claim.household);
  for (const { name } of roster) yield name;
  for (const { name } of system) yield name;
}

/** Paid rows whose 户名 agrees with none that the list gives; a list without 户名 says nothing. */
function strangePayees({ rows, paidRows }: Claim): { readonly listed: readonly string[]; readonly paidTo: readonly string[] } {
  const listed = [...new Set(rows.map(({ accountName }) => accountName).filter((name) => name !== ''))];
  if (listed.length === 0) return { listed, paidTo: [] };
  const strange = paidRows.filter(({ accountName }) => !agreesWithAny(accountName, listed));
  return { listed, paidTo: [...new Set(strange.map(({ accountName }) => accountName))] };
}

const accounts = (rows: readonly BankRow[]) => [...new Set(rows.map(({ account }) => account.digits || '无账号'))].join('、');

const collectedMessage =
  '{head}户在名册上的户名为{listed}，银行收款户名为{paidTo}，疑似由家庭成员或领取人代领{andAccount}，请核实代领手续。';

export const payeeMismatch = claimRule({
  id: 'payee-mismatch',
  title: '户名或账号不符',
  valueHeadings: ['名册户名或账号', '回盘户名或账号'],
  clause: '三-4',
  severities: ['warning', 'notice'],
  needs: ['payment-list', 'bank-payout'],
  restsOn: ['accountName', 'account', 'payeeName', 'paidAmount', 'paidOn'],
  personalValues: 'account',
  money: true,
  periodic: true,
  only: [{ has: ['other-payee'] }, { has: ['other-account'] }],
  message: '{head}户在名册上的户名为{listed}，银行收款户名为{paidTo}，户名不符{andAccount}，请核实收款人后更正。',

  // A claim without account can only be found by identity, so there identity tells nothing about an account.
  find: (claim, run) => {
    const otherAccount = claim.basis === 'identity' && claim.account !== '';
    const { listed, paidTo } = strangePayees(claim);
    const { amount, at } = dueAndPaid(claim);
    if (paidTo.length > 0) {
      const known = [...collectors(claim, run)];
      const collected = paidTo.every((name) => agreesWithAny(name, known));
      return [
        {
          severity: collected ? 'notice' : 'warning',
          expected: listed.join('、'),
          actual: paidTo.join('、'),
          amount,
          at,
          values: {
            listed: { kind: 'name', text: listed.join('、') },
            paidTo: { kind: 'name', text: paidTo.join('、') },
            andAccount: otherAccount ? '，收款账号也与名册不符' : '',
          },
          ...(collected ? { message: collectedMessage } : {}),
        },
      ];
    }
    if (!otherAccount) return [];
    const bankRows = [...claim.paidRows, ...claim.failedRows];
    const paidInto = accounts(bankRows);
    return [
      {
        expected: claim.account,
        actual: paidInto,
        amount,
        at: [...claim.rows, ...bankRows],
        values: { listed: { kind: 'account', text: claim.account }, paidTo: { kind: 'account', text: paidInto } },
        message: '{head}户在名册上的账号为{listed}，银行代发账号为{paidTo}，账号不符，请核实后更正名册或银行信息。',
      },
    ];
  },
});
