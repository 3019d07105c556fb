import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TableTexts, validId } from '../../sample-data/builders.ts';
import { runOf } from '../../sample-data/findings-of.ts';
import type { Finding } from '../../schemas/finding.ts';
import { halfYearRules, payoutRules } from './index.ts';
import type { AnyRule } from './rule.ts';

const base = validId(230123, 19600102, 101);
const ids = [
  ...[101, 102, 103, 104].map((at) => validId(230123, 19600102, at)),
  ...[`${base.slice(0, 16)}9${base.slice(17)}`, `${base.slice(0, 15)}000`, '', '12345'],
];

const person = {
  idNumber: fc.constantFrom(...ids),
  name: fc.constantFrom('张三', '张三（已故）', '张三(停保)', '王?伟', '王大伟', '闫小', '阎小', '买买提·艾力', '买买提艾力'),
};
const place = {
  township: fc.constantFrom('东风镇', '东风', '西山乡'),
  village: fc.constantFrom('红旗村', '红旗村委会', '光明村', ''),
};
const assistance = {
  ...{ ...person, ...place },
  status: fc.constantFrom('', '在保', '停保'),
  startDate: fc.constantFrom('', '2019-03', '2020-02', '2020-08'),
  endDate: fc.constantFrom('', '', '2020-06', '2020-09'),
};
const register = {
  ...assistance,
  covered: fc.constantFrom('是', '否', ''),
  householdId: fc.constantFrom('H1', 'H2', 'H3'),
  headName: fc.constantFrom('张三', '王大伟'),
  remark: fc.constantFrom('', '', '已于去年死亡', '低保金打卡'),
};

const rows = <Row>(row: fc.Arbitrary<Row>, maxLength: number) => fc.array(row, { maxLength });
const halfYear = fc.record({
  'dibao-roster': rows(fc.record({ ...register, area: fc.constantFrom('农村', '农村', '城市') }), 8),
  'assistance-system': rows(
    fc.record({
      ...register,
      programme: fc.constantFrom('农村低保', '城市低保', '特困'),
      povertyMark: fc.constantFrom('是', '否'),
    }),
    8,
  ),
  'poverty-registration': rows(
    fc.record({
      ...{ ...person, ...place },
      status: fc.constantFrom('未脱贫', '已脱贫', '边缘'),
      attribute: fc.constantFrom('一般贫困户', '低保贫困户', '特困供养贫困户'),
      householdId: fc.constantFrom('P1', 'P2', 'P3'),
    }),
    8,
  ),
  'destitute-roster': rows(fc.record({ ...assistance, village: fc.constantFrom('红旗村', '光明村') }), 4),
  'death-register': rows(fc.record({ ...person, deathDate: fc.constantFrom('2019-05-01', '2020-06-15', '2020-08-01') }), 4),
});

const accounts = fc.constantFrom('62280000000001', '62280000000002', '62280000000003', '', '无');
const amounts = fc.constantFrom('300', '600', '900');
const book = {
  ...{ ...register, account: accounts, monthlyAmount: fc.constantFrom('100', '200', '300') },
  category: fc.constantFrom('', 'A', 'B'),
  coveredCount: fc.constantFrom('', '1', '2'),
};
const payout = fc.record({
  'dibao-roster': rows(fc.record({ ...book, area: fc.constantFrom('农村', '城市') }), 6),
  'assistance-system': rows(fc.record({ ...book, programme: fc.constantFrom('农村低保', '城市低保', '特困') }), 6),
  'payment-list': fc.array(
    fc.record({
      ...{ ...place, account: accounts, amount: amounts, householdId: fc.constantFrom('H1', 'H2', 'H3', 'H4') },
      ...{ headId: person.idNumber, headName: person.name, accountName: fc.constantFrom('', '张三', '王大伟', '王?伟') },
      kind: fc.constantFrom('正常', '正常', '补发', '扣减'),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  'bank-payout': rows(
    fc.record({
      ...{ account: accounts, accountName: fc.constantFrom('张三', '王大伟', '李四'), idNumber: person.idNumber },
      ...{ requestedAmount: amounts, paidAmount: fc.constantFrom('', '', '300', '0') },
      paidOn: fc.constantFrom('2020-07-08', '2020-07-09'),
      result: fc.constantFrom('成功', '成功', '成功', '失败', '退回', '处理中'),
    }),
    8,
  ),
  'death-register': rows(fc.record({ ...person, deathDate: fc.constantFrom('2019-05-01', '2020-06-15', '2020-08-01') }), 3),
});

function asksEverybody(rule: AnyRule): AnyRule {
  const { only: _, ...rest } = rule;
  return rest as AnyRule;
}

const findingsOf = (rules: readonly AnyRule[], texts: TableTexts, period: string): readonly Finding[] => {
  const run = runOf(rules, texts, { period, dueDate: 20200708 });
  return run.rules.flatMap(({ rule }) => [...run.ofRule(rule)]);
};

test.each([
  ['2020H1', halfYearRules, halfYear],
  ['2020Q3', payoutRules, payout],
])('whom the signs leave out, no rule of %s would have found anything about', (period, rules, county) => {
  fc.assert(
    fc.property<[object]>(county, (texts) => {
      const everybody = findingsOf(rules.map(asksEverybody), texts as TableTexts, period);
      expect(findingsOf(rules, texts as TableTexts, period)).toEqual(everybody);
    }),
    { numRuns: 200 },
  );
});
