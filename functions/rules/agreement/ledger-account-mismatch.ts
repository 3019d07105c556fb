import { householdRule } from '../rule.ts';
import { distinct, type RegisterRow, rowsIn, sameSet } from './household-standing.ts';

const accounts = (rows: readonly RegisterRow[]) => distinct(rows, (row) => row.account.digits);

export const ledgerAccountMismatch = householdRule({
  id: 'ledger-account-mismatch',
  title: '台账与系统账号不符',
  valueHeadings: ['系统账号', '台账账号'],
  clause: '五-2',
  severities: ['warning'],
  needs: ['dibao-roster', 'assistance-system'],
  restsOn: ['account'],
  personalValues: 'account',
  periodic: true,
  only: { has: ['in-roster', 'in-system', 'accounts-differ'] },
  message: '{head}户在系统与台账中的银行账号不符，请核对存折后更正。',

  // A book without a readable account says nothing of it.
  find: (household) => {
    const system = rowsIn(household, 'assistance-system').filter((row) => row.account.digits !== '');
    const roster = rowsIn(household, 'dibao-roster').filter((row) => row.account.digits !== '');
    const [expected, actual] = [accounts(system), accounts(roster)];
    if (expected.length === 0 || actual.length === 0 || sameSet(expected, actual)) return [];
    return [{ expected: expected.toSorted().join('、'), actual: actual.toSorted().join('、'), at: [system[0]!, roster[0]!] }];
  },
});
