import { type Finding, type RuleCount, type SubjectKind, severityWords } from '../../../schemas/finding.ts';
import { addressLines, basisText, messageText, unnamedTownship } from '../finding-words.ts';
import type { TableColumn } from '../workbook/table-row.ts';

type Column = TableColumn<Finding>;

const amountText = /^-?\d{1,13}\.\d\d$/;

/** Yuan are numbers, so that people can sum and sort them; every other text stays text. */
const amountOrText = (text: string): string | number => (amountText.test(text) ? Number(text) : text);

const unnamed = ({ township: named }: Finding) => named || unnamedTownship;

const ordinal: Column = { heading: '序号', width: 7, fit: [5, 10], style: 'ordinal', value: (_, number) => number };
const township: Column = { heading: '乡镇', width: 12, fit: [8, 18], style: 'text', value: unnamed };
const village: Column = { heading: '村', width: 12, fit: [6, 18], style: 'text', value: (finding) => finding.village };
const household: Column = { heading: '户编号', width: 21, fit: [8, 24], style: 'text', value: ({ householdId }) => householdId };
const head: Column = { heading: '户主姓名', width: 10, fit: [8, 16], style: 'text', value: ({ headName }) => headName };
const person: Column = { heading: '姓名', width: 10, fit: [8, 16], style: 'text', value: ({ name }) => name };
const id: Column = { heading: '身份证号', width: 20, fit: [20, 24], style: 'text', value: ({ idNumber }) => idNumber };
const account: Column = { heading: '账号', width: 23, fit: [10, 34], style: 'text', value: (finding) => finding.account };
const basis: Column = {
  heading: '匹配依据',
  width: 12,
  fit: [8, 18],
  folds: 12,
  style: 'text',
  value: ({ matchBasis }) => basisText(matchBasis),
};

const place = [ordinal, township, village];

const ofHousehold = [...place, household, head, id];
const ofPerson = [...place, household, head, person, id];

interface SubjectColumns {
  /** Before the two values. */
  readonly who: readonly Column[];
  /** After the explanation. */
  readonly why: readonly Column[];
}

/** What a rule speaks of decides which columns can hold anything. */
const columnsOf: Readonly<Record<SubjectKind, SubjectColumns>> = {
  person: { who: ofPerson, why: [basis] },
  group: { who: ofPerson, why: [] },
  'registration-household': { who: ofHousehold, why: [] },
  household: { who: ofHousehold, why: [] },
  claim: { who: [...ofHousehold, account], why: [basis] },
  'bank-row': { who: [...ofPerson, account], why: [] },
  account: { who: [...place, account], why: [] },
  file: { who: [ordinal], why: [] },
  'file-day': { who: [ordinal], why: [] },
  row: { who: ofPerson, why: [] },
  gap: { who: [ordinal, township, { ...person, heading: '来源', width: 16, fit: [12, 20] }], why: [] },
};

const difference: Column = {
  heading: '差额（元）',
  width: 16,
  fit: [10, 20],
  style: 'markedAmount',
  zeroStyle: 'amount',
  value: ({ amountDifference }) => (amountDifference === undefined ? undefined : amountDifference / 100),
  summed: true,
};

const paidInstead = ({ expected, amountDifference }: Finding) =>
  amountText.test(expected) && amountDifference !== undefined
    ? Math.round(Number(expected) * 100 + amountDifference) / 100
    : undefined;

function dueAndPaid(reason: string): Column[] {
  return [
    {
      heading: '应发（元）',
      width: 16,
      fit: [10, 20],
      style: 'expectedAmount',
      value: ({ expected }) => amountOrText(expected),
      summed: true,
    },
    { heading: '实发（元）', width: 16, fit: [10, 20], style: 'actualAmount', value: paidInstead, summed: true },
    difference,
    { heading: reason, width: 16, fit: [10, 20], folds: 14, style: 'actual', value: ({ actual }) => actual },
  ];
}

/** The values side by side: what should stand there in one colour, what stands there marked. */
function values(rule: RuleCount): Column[] {
  if (rule.reasonHeading !== undefined) return dueAndPaid(rule.reasonHeading);
  const [expected, actual] = rule.valueHeadings;
  const inYuan = (heading: string) => heading.endsWith('（元）');
  const cell = rule.money ? amountOrText : (text: string) => text;
  return [
    {
      heading: expected,
      width: 10,
      fit: [6, 22],
      folds: 14,
      style: 'expected',
      numberStyle: 'expectedAmount',
      value: (finding) => cell(finding.expected),
      summed: inYuan(expected),
    },
    {
      heading: actual,
      width: 10,
      fit: [6, 24],
      folds: 14,
      style: 'actual',
      numberStyle: 'actualAmount',
      value: (finding) => cell(finding.actual),
      summed: inYuan(actual),
    },
    ...(rule.money ? [difference] : []),
  ];
}

const explanation: readonly Column[] = [
  { heading: '级别', width: 6, style: 'centered', value: ({ severity }) => severityWords[severity] },
  { heading: '疑点说明', width: 42, fit: [36, 72], share: 3, style: 'long', value: ({ message }) => messageText(message) },
];

const evidence: readonly Column[] = [
  { heading: '数据出处', width: 30, fit: [26, 44], share: 2, style: 'long', value: ({ sources }) => addressLines(sources) },
  { heading: '疑点编号', width: 15, style: 'hash', value: ({ findingId }) => findingId },
];

const nothing = () => undefined;

/** What staff fill in, and what a filled-in workbook is read back by. */
export const answers = ['属实', '不属实', '已整改', '无需处理'] as const;

const answerColumns: readonly Column[] = [
  { heading: '核实情况', width: 10, style: 'answer', value: nothing, choices: answers },
  { heading: '处理意见', width: 18, fit: [14, 30], share: 1, style: 'answer', value: nothing },
  { heading: '核实人', width: 9, style: 'answer', value: nothing },
  { heading: '核实日期', width: 12, style: 'answerDate', value: nothing },
];

/** The columns of a rule's sheet; lists have none to fill in. */
export function ruleColumns(rule: RuleCount, asList: boolean): Column[] {
  const { who, why } = columnsOf[rule.subject];
  return [...who, ...values(rule), ...explanation, ...why, ...evidence, ...(asList ? [] : answerColumns)];
}

/** Columns that say who is meant and stay in sight, at most up to the name. */
export const frozenColumns = ({ subject }: RuleCount): number => Math.min(columnsOf[subject].who.length, 5);
