import { expect, test } from 'vitest';
import { aFinding } from '../../../sample-data/sample-report.ts';
import type { RuleCount } from '../../../schemas/finding.ts';
import type { Fen } from '../../../schemas/values/money.ts';
import { allRules } from '../../rules/index.ts';
import { aboutRule } from '../../rules/rule-counts.ts';
import { ruleColumns } from './rule-columns.ts';

const noFen = 0 as Fen;
const count = (rule: string): RuleCount => ({
  ...aboutRule(allRules.find(({ id }) => id === rule)!),
  total: 1,
  byTownship: [],
  amount: noFen,
  caveat: '',
  bySeverity: { error: 0, warning: 1, notice: 0, list: 0 },
});

// The two values as the rules word them.
test.each([
  ['attribute-mismatch', '低保贫困户', '登记属性', '户内无人在保', '救助情况'],
  ['residence-mismatch', '前进乡红旗村', '建档立卡住址', '前进乡东风村', '低保台账住址'],
  ['deceased-assisted', '2020-05-12', '死亡日期', '在保', '低保台账'],
  ['household-split', '3人', '建档立卡人数', '2人', '享受农村低保人数'],
  ['list-unfounded-household', '无', '系统', '有', '名册'],
])('%s: %s stands under %s, %s under %s', (rule, expected, expectedHeading, actual, actualHeading) => {
  const finding = aFinding({ rule, expected, actual });
  const columns = ruleColumns(count(rule), false);
  const under = (heading: string) => columns.find((column) => column.heading === heading)?.value(finding, 0);
  expect(under(expectedHeading)).toBe(expected);
  expect(under(actualHeading)).toBe(actual);
});
