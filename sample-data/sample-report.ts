import type { Report } from '../functions/reporting/report.ts';
import { allRules } from '../functions/rules/index.ts';
import type { AnyRule } from '../functions/rules/rule.ts';
import { aboutRule } from '../functions/rules/rule-counts.ts';
import type { Finding, FindingList, RuleCount, Severity } from '../schemas/finding.ts';
import { severities } from '../schemas/finding.ts';
import type { HouseholdVerdict, HouseholdVerdicts } from '../schemas/household-verdict.ts';
import type { MoneyProof } from '../schemas/money-proof.ts';
import type { FileReport } from '../schemas/reading.ts';
import type { Reject } from '../schemas/reject.ts';
import type { SourceId } from '../schemas/sources/source.ts';
import type { Day } from '../schemas/values/day.ts';
import type { Fen } from '../schemas/values/money.ts';

/** Reports made by hand for tests: nobody in them exists, and nothing is read or compared. */

const empty: Finding = {
  findingId: '0123456789abcdef',
  rule: 'assisted-not-registered',
  severity: 'list',
  county: '230123',
  period: '2020H1',
  township: '前进乡',
  village: '红旗村',
  householdId: '230123001',
  headName: '张伟',
  name: '张伟',
  idNumber: '230123196001010014',
  account: '',
  expected: '有',
  actual: '无',
  amountDifference: undefined,
  matchBasis: 'same-id',
  sources: [{ source: 'dibao-roster', file: '农村低保台账.csv', sheet: '', row: 2 }],
  message: [{ kind: 'name', text: '张伟' }, '在低保台账中在保，建档立卡名册中未见，请核实。'],
  facts: 'fedcba9876543210',
};

let made = 0;

export function aFinding(values: Partial<Finding>): Finding {
  made++;
  return { ...empty, findingId: made.toString(16).padStart(16, '0'), ...values };
}

function ruleOf(id: string): AnyRule {
  const rule = allRules.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

function countOf(rule: string, findings: readonly Finding[], caveat: string): RuleCount {
  const townships = [...new Set(findings.map(({ township }) => township))].sort();
  const amountOf = (some: readonly Finding[]) => some.reduce((sum, each) => sum + (each.amountDifference ?? 0), 0) as Fen;
  const countSeverity = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  return {
    ...aboutRule(ruleOf(rule)),
    total: findings.length,
    bySeverity: Object.fromEntries(severities.map((severity) => [severity, countSeverity(severity)])) as Record<Severity, number>,
    byTownship: townships.map((township) => {
      const there = findings.filter((each) => each.township === township);
      return { township, count: there.length, amount: amountOf(there) };
    }),
    amount: amountOf(findings),
    caveat,
  };
}

/** A list of findings as the rules hand it over, with right counts. Rules without a finding are named with none. */
export function findingList(
  findings: readonly Finding[],
  rules: readonly string[],
  caveats: Readonly<Record<string, string>> = {},
): FindingList {
  const ofRule = (rule: string) => findings.filter((each) => each.rule === rule);
  return {
    total: findings.length,
    rules: rules.map((rule) => countOf(rule, ofRule(rule), caveats[rule] ?? '')),
    notRun: [],
    ofRule,
  };
}

function aFile(source: SourceId, file: string, rows: Partial<FileReport['rows']>, more: Partial<FileReport> = {}): FileReport {
  return {
    source,
    file,
    kind: 'text',
    encoding: 'gb18030',
    delimiter: ',',
    size: 4096,
    sha256: 'ab'.repeat(32),
    sheets: [],
    rows: { read: 0, accepted: 0, rejected: 0, superseded: 0, blank: 0, heading: 1, total: 0, note: 0, ...rows },
    repairs: {},
    unknownColumns: [],
    unknownWords: [],
    remarks: [],
    dataDay: undefined,
    sameAs: undefined,
    controlTotals: [],
    ...more,
  };
}

export const aReject: Reject = {
  kind: 'row',
  address: { source: 'dibao-roster', file: '农村低保台账.csv', sheet: '', row: 9 },
  column: '月保障金额',
  value: '=三百',
  reason: '金额无法识别，请填写数字',
};

const halfYearRules = [
  'newly-assisted-not-registered',
  'assisted-not-registered',
  'registered-not-assisted',
  'name-mismatch',
  'id-invalid',
];

export function halfYearReport(findings: readonly Finding[], more: Partial<Report> = {}): Report {
  return {
    job: 'half-year',
    county: '230123',
    countyName: '示例县',
    period: '2020H1',
    asOf: 20200630 as Day,
    versions: { program: '0.1.0', ruleSet: '1' },
    key: 'sample',
    profile: { sha256: undefined, differs: [] },
    reading: {
      files: [
        aFile('dibao-roster', '农村低保台账.csv', { read: 100, accepted: 99, rejected: 1 }, { dataDay: 20200615 as Day }),
        aFile('poverty-registration', '建档立卡（已脱贫）.csv', { read: 80, accepted: 80, superseded: 2 }),
      ],
      rejects: [aReject],
      skippedFiles: 1,
      unusedSources: ['bank-payout'],
    },
    findings: findingList(findings, halfYearRules),
    forced: [],
    ...more,
  };
}

const payoutRules = [
  'ledger-only',
  'unpaid',
  'payment-failed',
  'payment-duplicated',
  'payment-amount-mismatch',
  'payment-unlisted',
  'payment-late',
];

/** 1,000.00 due to three claims: one paid, one paid 50.00 short, one without a bank row; 70.00 went to a stranger. */
export const proof: MoneyProof = {
  listed: { rows: 3, amount: 100000 as Fen },
  due: { claims: 3, amount: 100000 as Fen },
  paidInFull: { claims: 1, amount: 40000 as Fen },
  paidInPart: { claims: 1, amount: 25000 as Fen },
  short: { claims: 1, amount: 5000 as Fen },
  unpaid: { claims: 1, amount: 30000 as Fen },
  failed: { claims: 0, amount: 0 as Fen },
  toRecover: { claims: 0, amount: 0 as Fen, paid: 0 as Fen },
  bankPaid: { rows: 3, amount: 72000 as Fen },
  settled: { rows: 2, amount: 65000 as Fen },
  overpaid: { claims: 0, amount: 0 as Fen },
  unlisted: { rows: 1, amount: 7000 as Fen },
  bankRows: 3,
  failures: [],
  rejected: { list: { rows: 0, readable: 0, amount: 0 as Fen }, bank: { rows: 0, readable: 0, amount: 0 as Fen } },
};

const household = (
  headName: string,
  due: number,
  paid: number,
  verdict: HouseholdVerdict['verdicts'][number],
): HouseholdVerdict => ({
  township: '前进乡',
  village: '红旗村',
  householdId: `230123${due}`,
  headName,
  headId: '230123196001010014',
  accounts: ['6228480123456789012'],
  due: due as Fen,
  paid: paid as Fen,
  verdicts: [verdict],
  reason: '',
});

export const listed = (...verdicts: readonly HouseholdVerdict[]): HouseholdVerdicts => ({
  count: verdicts.length,
  due: verdicts.reduce((sum, { due }) => sum + due, 0) as Fen,
  paid: verdicts.reduce((sum, { paid }) => sum + paid, 0) as Fen,
  [Symbol.iterator]: () => verdicts[Symbol.iterator](),
});

export const households: readonly HouseholdVerdict[] = [
  household('王强', 40000, 40000, '一致'),
  household('李芳', 30000, 25000, '少发'),
  household('赵敏', 30000, 0, '未发'),
];

const money = (rule: string, expected: string, actual: string, amount: number, more: Partial<Finding> = {}) =>
  aFinding({
    rule,
    severity: 'error',
    period: '2020Q3',
    account: '6228480123456789012',
    expected,
    actual,
    amountDifference: amount as Fen,
    matchBasis: 'account',
    ...more,
  });

/** The findings that `proof` calls for. */
export const payoutFindings = (): readonly Finding[] => [
  money('unpaid', '300.00', '未见发放', -30000, { matchBasis: '' }),
  money('payment-amount-mismatch', '300.00', '250.00', -5000),
  money('payment-unlisted', '无', '70.00', 7000, { matchBasis: '' }),
];

export function payoutReport(more: Partial<Report> = {}): Report {
  return {
    ...halfYearReport([]),
    job: 'payout',
    period: '2020Q3',
    asOf: 20200701 as Day,
    dueDate: 20200710 as Day,
    reading: {
      files: [
        aFile('payment-list', '发放名册.csv', { read: 3, accepted: 3 }),
        aFile(
          'bank-payout',
          '信用社回盘_01.txt',
          { read: 3, accepted: 3, total: 1 },
          {
            controlTotals: [
              {
                address: { source: 'bank-payout', file: '信用社回盘_01.txt', sheet: '', row: 5 },
                level: '合计',
                column: '金额',
                stated: 72000,
                summed: 72000,
                count: false,
                overRejectedRows: false,
              },
            ],
          },
        ),
      ],
      rejects: [],
      skippedFiles: 0,
      unusedSources: [],
    },
    findings: findingList(payoutFindings(), payoutRules),
    payout: { money: proof, households: listed(...households) },
    ...more,
  };
}
