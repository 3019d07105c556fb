import { type SubjectKind, severities, severityWords } from '../../schemas/finding.ts';
import { sources } from '../../schemas/sources/sources.ts';
import { agreementRules } from './agreement/agreement-rules.ts';
import { comparisonRules } from './half-year/comparison-rules.ts';
import { reconciliationRules } from './payout/reconciliation-rules.ts';
import { rowQualityRules } from './row-quality/row-quality-rules.ts';
import type { AnyRule, Need } from './rule.ts';

const folders = {
  'half-year': comparisonRules,
  agreement: agreementRules,
  payout: reconciliationRules,
  'row-quality': rowQualityRules,
} as const;

const subjectNames: Readonly<Record<SubjectKind, string>> = {
  person: '人',
  group: '疑似同一人',
  'registration-household': '建档立卡户',
  household: '户',
  claim: '应发项',
  'bank-row': '银行行',
  account: '账号',
  file: '文件',
  'file-day': '文件与日期',
  row: '行',
  gap: '来源与区域',
};

function needName(need: Need): string {
  if (need === 'destitute') return '特困';
  return typeof need === 'string' ? sources[need].name : need.map((each) => sources[each].name).join('或');
}

function row(folder: string, { id, title, clause, subject, severities: own, needs, uses = [], absence }: AnyRule): string {
  const levels = severities.filter((severity) => own.includes(severity)).map((severity) => severityWords[severity]);
  const sourceNames = needs.map(needName).join('、') + (uses.length === 0 ? '' : `（参考：${uses.map(needName).join('、')}）`);
  const cells = [
    `[\`${id}\`](functions/rules/${folder}/${id}.ts)${absence === undefined ? '' : ' ▲'}`,
    ...[title, clause || '—', subjectNames[subject], levels.join('、'), sourceNames || '—'],
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The README's table of rules, Markdown, in report order; ▲ marks rules that report an absence. */
export const ruleTable = (): string =>
  [
    '| 规则 | 名称 | 依据 | 对象 | 级别 | 需要的来源 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries(folders).flatMap(([folder, rules]) => rules.map((rule) => row(folder, rule))),
  ].join('\n');
