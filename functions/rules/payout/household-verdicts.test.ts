import { expect, test } from 'vitest';
import { tablesOf } from '../../../sample-data/builders.ts';
import { defaultProfile } from '../../../schemas/county-profile.ts';
import type { Day } from '../../../schemas/values/day.ts';
import { buildCases } from '../../matching/build-cases.ts';
import { buildClaims } from '../../matching/build-claims.ts';
import { householdVerdicts } from './household-verdicts.ts';

const asOf = 20200701 as Day;
const account = (digit: number) => `6228000000000${digit}`;

test('every household of the list, in its order, with what came of it', () => {
  const tables = tablesOf(
    {
      'payment-list': [
        { householdId: 'G', account: account(7), kind: '扣减' },
        { householdId: 'A', account: account(1), headName: '李四' },
        { householdId: 'B', account: account(2) },
        { householdId: 'C', account: account(3) },
        { householdId: 'D', account: account(4) },
        { householdId: 'E', account: account(5) },
        { householdId: 'F', account: account(6) },
        { householdId: 'A', account: account(8), headName: '李四' },
        { householdId: 'H', account: account(9), kind: '扣减' },
      ],
      'bank-payout': [
        { account: account(1) },
        { account: account(8), paidAmount: '800' },
        { account: account(2) },
        { account: account(3), result: '失败', reason: '已销户' },
        { account: account(4) },
        { account: account(4) },
        { account: account(5), requestedAmount: '901' },
        { account: account(9) },
      ],
    },
    { asOf },
  );
  const cases = buildCases(tables, { asOf, profile: defaultProfile });
  const verdicts = [...householdVerdicts(cases, buildClaims(tables, cases))];
  expect(verdicts.map(({ householdId, verdicts: [verdict] }) => [householdId, verdict])).toEqual([
    ['G', '待追回'],
    ['A', '少发'],
    ['B', '一致'],
    ['C', '发放失败'],
    ['D', '重复发放'],
    ['E', '多发'],
    ['F', '未发'],
    ['H', '多发'],
  ]);
  expect(verdicts[1]).toMatchObject({ headName: '李四', accounts: [account(1), account(8)], due: 180000, paid: 170000 });
  expect(verdicts[3]!.reason).toBe('已销户');
});
