import type { Finding, RuleCount } from '../../../schemas/finding.ts';
import { addressLines, basisText, messageText, severityWords } from '../finding-words.ts';
import type { TableColumn } from '../workbook/table-sheet.ts';

type Column = TableColumn<Finding>;

/** What the two values that disagree are called, where 应为 and 实为 would say less. */
const valueHeadings: Readonly<Record<string, readonly [expected: string, actual: string]>> = {
  'poverty-mark-missing': ['应标注', '系统标注'],
  'poverty-mark-unfounded': ['应标注', '系统标注'],
  'attribute-mismatch': ['按救助情况', '登记属性'],
  'identity-ambiguous': ['本人证件号', '疑似同一人的证件号'],
  'ledger-only': ['台账', '系统'],
  'system-only': ['系统', '台账'],
  'ledger-amount-mismatch': ['系统月保障金额', '台账月保障金额'],
  'ledger-members-mismatch': ['仅系统有', '仅台账有'],
  'ledger-category-mismatch': ['系统', '台账'],
  'ledger-account-mismatch': ['系统账号', '台账账号'],
  'covered-count-mismatch': ['填报人数', '实际人数'],
  'list-missing-household': ['系统', '名册'],
  'list-unfounded-household': ['系统', '名册'],
  'list-amount-mismatch': ['系统核定应发（元）', '名册金额（元）'],
  'payment-duplicated': ['应发（元）', '实发（元）'],
  'payment-amount-mismatch': ['应发（元）', '实发（元）'],
  'payment-unlisted': ['名册', '实发（元）'],
  'payment-late': ['应于此日前', '实际发放日与笔数'],
  'payee-mismatch': ['名册户名或账号', '回盘户名或账号'],
  'paid-after-exit': ['应为', '实发（元）'],
  'batch-total-mismatch': ['文件所写合计', '逐行相加'],
};

const amountText = /^-?\d{1,13}\.\d\d$/;

/** Yuan are numbers, so that people can sum and sort them; every other text stays text. */
const amountOrText = (text: string): string | number => (amountText.test(text) ? Number(text) : text);

const place: readonly Column[] = [
  { heading: '序号', width: 6, style: 'ordinal', value: (_, ordinal) => ordinal },
  { heading: '乡镇', width: 10, style: 'text', value: ({ township }) => township },
  { heading: '村', width: 10, style: 'text', value: ({ village }) => village },
  { heading: '户编号', width: 12, style: 'text', value: ({ householdId }) => householdId },
  { heading: '户主姓名', width: 9, style: 'text', value: ({ headName }) => headName },
];

const person: Column = { heading: '姓名', width: 9, style: 'text', value: ({ name }) => name };

const id: Column = { heading: '身份证号', width: 20, style: 'text', value: ({ idNumber }) => idNumber };

/** Rules of the payout that speak of persons or bank rows; the others speak of households, whose name is the head's. */
const personRules = new Set([
  'payment-unlisted',
  'id-invalid',
  'id-missing',
  'row-duplicated',
  'remark-contradicts-status',
  'source-gap',
]);

const account: Column = { heading: '账号', width: 21, style: 'text', value: (finding) => finding.account };

const difference: Column = {
  heading: '差额（元）',
  width: 12,
  style: 'markedAmount',
  value: ({ amountDifference }) => (amountDifference === undefined ? undefined : amountDifference / 100),
  summed: true,
};

/** Rules whose second value says why nothing was paid: what was due and paid stands beside it in figures. */
const reasonHeadings: Readonly<Record<string, string>> = { unpaid: '发放情况', 'payment-failed': '失败原因' };

const paidInstead = ({ expected, amountDifference }: Finding) =>
  amountText.test(expected) && amountDifference !== undefined
    ? Math.round(Number(expected) * 100 + amountDifference) / 100
    : undefined;

function dueAndPaid(reason: string): Column[] {
  return [
    { heading: '应发（元）', width: 12, style: 'expectedAmount', value: ({ expected }) => amountOrText(expected), summed: true },
    { heading: '实发（元）', width: 12, style: 'actualAmount', value: paidInstead, summed: true },
    { heading: reason, width: 13, style: 'actual', value: ({ actual }) => actual },
  ];
}

/** The values side by side: what should stand there in one colour, what stands there marked. */
function values(rule: RuleCount): Column[] {
  const reason = reasonHeadings[rule.rule];
  if (reason !== undefined) return dueAndPaid(reason);
  const [expected, actual] = valueHeadings[rule.rule] ?? ['应为', '实为'];
  const inYuan = (heading: string) => heading.endsWith('（元）');
  const cell = rule.money ? amountOrText : (text: string) => text;
  return [
    {
      heading: expected,
      width: 13,
      style: 'expected',
      numberStyle: 'expectedAmount',
      value: (finding) => cell(finding.expected),
      summed: inYuan(expected),
    },
    {
      heading: actual,
      width: 13,
      style: 'actual',
      numberStyle: 'actualAmount',
      value: (finding) => cell(finding.actual),
      summed: inYuan(actual),
    },
  ];
}

const explanation: readonly Column[] = [
  { heading: '级别', width: 8.5, style: 'centered', value: ({ severity }) => severityWords[severity] },
  { heading: '问题说明', width: 32, style: 'long', value: ({ message }) => messageText(message) },
];

const basis: Column = { heading: '匹配依据', width: 12, style: 'text', value: ({ matchBasis }) => basisText(matchBasis) };

const evidence: readonly Column[] = [
  { heading: '数据出处', width: 23, style: 'long', value: ({ sources }) => addressLines(sources) },
  { heading: '问题编号', width: 14.5, style: 'hash', value: ({ findingId }) => findingId },
];

const nothing = () => undefined;

/** What staff fill in, and what a filled-in workbook is read back by. */
export const answers = ['属实', '不属实', '已整改', '无需处理'] as const;

const answerColumns: readonly Column[] = [
  { heading: '核实情况', width: 10, style: 'answer', value: nothing, choices: answers },
  { heading: '处理意见', width: 14, style: 'answer', value: nothing },
  { heading: '核实人', width: 9, style: 'answer', value: nothing },
  { heading: '核实日期', width: 11, style: 'answerDate', value: nothing },
];

/**
 * The columns of a rule's sheet. `withAccounts` for the jobs that speak of payments; lists have no columns to fill in.
 */
export function ruleColumns(rule: RuleCount, { withAccounts, asList }: { withAccounts: boolean; asList: boolean }): Column[] {
  return [
    ...place,
    ...(withAccounts && !personRules.has(rule.rule) ? [] : [person]),
    id,
    ...(withAccounts ? [account] : []),
    ...values(rule),
    ...(rule.money ? [difference] : []),
    ...explanation,
    basis,
    ...evidence,
    ...(asList ? [] : answerColumns),
  ];
}
