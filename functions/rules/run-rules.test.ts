import { describe, expect, test } from 'vitest';
import { type TableTexts, validId } from '../../sample-data/builders.ts';
import { findingsOf, messageText, type RunSetting, runOf } from '../../sample-data/findings-of.ts';
import type { RejectedRow } from '../../schemas/reject.ts';
import type { SourceId } from '../../schemas/sources/source.ts';
import type { Fen } from '../../schemas/values/money.ts';
import { ledgerAmountMismatch } from './agreement/ledger-amount-mismatch.ts';
import { breakerShares } from './breaker-shares.ts';
import { assistedNotRegistered } from './half-year/assisted-not-registered.ts';
import { povertyMarkUnfounded } from './half-year/poverty-mark-unfounded.ts';
import { registeredNotAssisted } from './half-year/registered-not-assisted.ts';
import { residenceMismatch } from './half-year/residence-mismatch.ts';
import { halfYearRules, payoutRules } from './index.ts';
import { idMissing } from './row-quality/id-missing.ts';

const [one, two, three] = [1, 2, 3].map((sequence) => validId(230123, `19${5 + sequence}00102`, sequence)) as [
  string,
  string,
  string,
];
const registration = [{ idNumber: validId(230123, 19400102, 9), name: '郑九' }];

describe('order', () => {
  test('township, village, household, id, name by code points, the empty text first', () => {
    const place = (township: string, village: string, householdId: string, idNumber: string) => ({
      ...{ township, village, householdId, idNumber, name: `王${idNumber.slice(9, 10)}`, headName: '王' },
    });
    const roster = [
      place('竹帘镇', '红旗村', 'H2', one),
      place('竹帘镇', '红旗村', 'H10', two),
      place('竹帘镇', '', 'H9', three),
      place('东岗乡', '红旗村', 'H1', validId(230123, 19900102, 2)),
      place('东岗乡', '红旗村', 'H1', validId(230123, 19900102, 1)),
    ];
    const texts = { 'dibao-roster': roster, 'poverty-registration': registration };
    const places = findingsOf(assistedNotRegistered, texts).map(({ township, village, householdId, idNumber }) =>
      [township, village, householdId, idNumber].join(' '),
    );
    expect(places).toEqual([
      `东岗乡 红旗村 H1 ${[1, 2].map((at) => validId(230123, 19900102, at)).sort()[0]}`,
      `东岗乡 红旗村 H1 ${[1, 2].map((at) => validId(230123, 19900102, at)).sort()[1]}`,
      `竹帘镇  H9 ${three}`,
      `竹帘镇 红旗村 H10 ${two}`,
      `竹帘镇 红旗村 H2 ${one}`,
    ]);
  });
});

describe('ids and facts', () => {
  const texts: TableTexts = {
    'dibao-roster': [{ idNumber: one, householdId: 'H1', village: '光明村', monthlyAmount: '300' }],
    'poverty-registration': [{ idNumber: one }],
    'assistance-system': [{ idNumber: one, householdId: 'H1', monthlyAmount: '310' }],
  };
  const idAndFacts = (rule: Parameters<typeof findingsOf>[0], setting: RunSetting, changed: TableTexts = {}) => {
    const [finding] = findingsOf(rule, { ...texts, ...changed }, setting);
    return { id: finding!.findingId, facts: finding!.facts };
  };

  test('a half-year finding is the same question in every period', () => {
    const first = idAndFacts(residenceMismatch, { period: '2020H1' });
    expect(first.id).toMatch(/^[0-9a-f]{16}$/);
    expect(idAndFacts(residenceMismatch, { period: '2020H2' })).toEqual(first);
  });

  test('money is a new question each quarter', () => {
    const first = idAndFacts(ledgerAmountMismatch, { period: '2020Q2' });
    const second = idAndFacts(ledgerAmountMismatch, { period: '2020Q3' });
    expect(second.id).not.toBe(first.id);
    expect(second.facts).not.toBe(first.facts);
  });

  test('another key, another id; the facts are nobody’s secret', () => {
    const first = idAndFacts(residenceMismatch, {});
    const second = idAndFacts(residenceMismatch, { key: new Uint8Array(32).fill(1) });
    expect(second.id).not.toBe(first.id);
    expect(second.facts).toBe(first.facts);
  });

  test('facts follow the values and not the addresses', () => {
    const first = idAndFacts(residenceMismatch, {});
    const row = texts['dibao-roster']![0]!;
    const moved = { 'dibao-roster': [{ ...row, file: 'b.csv', row: 77 }] };
    const renamed = { 'dibao-roster': [{ ...row, name: '张 三' }] };
    expect(idAndFacts(residenceMismatch, {}, moved)).toEqual(first);
    expect(idAndFacts(residenceMismatch, {}, renamed)).toMatchObject({
      id: first.id,
      facts: expect.not.stringMatching(first.facts),
    });
    expect(idAndFacts(residenceMismatch, {}, { 'dibao-roster': [{ ...row, remark: '重病' }] })).toEqual(first);
  });

  test('file names move nothing but the sources, also where rows cannot be told apart', () => {
    const rows = ['a', 'b'].map((file, at) => ({ idNumber: '', file: `${file}.csv`, remark: String(at) }));
    const swapped = rows.map((row) => ({ ...row, file: row.file === 'a.csv' ? 'b.csv' : 'a.csv' })).reverse();
    const without = (given: typeof rows) =>
      findingsOf(idMissing, { 'dibao-roster': given }).map(({ sources: _, ...finding }) => finding);
    expect(without(rows)).toEqual(without(swapped));
    expect(new Set(without(rows).map(({ findingId }) => findingId)).size).toBe(2);
  });

  test('no two findings of a run share an id', () => {
    const rows = [one, one, '', '', '1.2E+17', '1.2E+17'].map((idNumber) => ({ idNumber }));
    const run = runOf(halfYearRules, { 'dibao-roster': rows, 'poverty-registration': registration });
    const ids = run.rules.flatMap(({ rule }) => [...run.ofRule(rule)].map(({ findingId }) => findingId));
    expect(ids.length).toBe(run.total);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('doubt', () => {
  // Three people in the village of whom two have no id: nobody can say who is who.
  const roster = [
    { idNumber: one, householdId: 'H1' },
    { idNumber: two, householdId: 'H2' },
  ];

  test('an absence of somebody with a candidate in the missing source is a notice that names it', () => {
    const texts = { 'dibao-roster': roster, 'poverty-registration': [...registration, { idNumber: '12345', householdId: 'P2' }] };
    const findings = findingsOf(assistedNotRegistered, texts);
    expect(findings.map(({ severity }) => severity)).toEqual(['notice', 'notice']);
    expect(messageText(findings[0]!.message)).toContain('与张三（12345）疑似为同一人');
    expect(findings[0]!.message).toContainEqual({ kind: 'id', text: '12345' });
  });

  test('a candidate without an id is named as such', () => {
    const texts = { 'dibao-roster': roster, 'poverty-registration': [...registration, { idNumber: '', householdId: 'P2' }] };
    const findings = findingsOf(assistedNotRegistered, texts);
    expect(messageText(findings[0]!.message)).toContain('（无证件号）疑似为同一人');
  });

  test('several candidates are named in one sentence', () => {
    const more = ['', '12345'].map((idNumber, at) => ({ idNumber, householdId: `P${at + 2}` }));
    const texts = { 'dibao-roster': roster, 'poverty-registration': [...registration, ...more] };
    const findings = findingsOf(assistedNotRegistered, texts);
    expect(messageText(findings[0]!.message)).toMatch(/。与张三（无证件号）、张三（12345）疑似为同一人，请先核对身份。$/);
  });

  test('a candidate without rows in the missing source raises none', () => {
    const texts = { 'dibao-roster': roster, 'poverty-registration': registration, 'death-register': [] };
    const third = { 'destitute-roster': [{ idNumber: '' }] };
    expect(findingsOf(assistedNotRegistered, { ...texts, ...third }).map(({ severity }) => severity)).toEqual(['list', 'list']);
  });
});

describe('rejected rows', () => {
  const rejected = (source: SourceId, ids: string[], ...householdKeys: string[]): RejectedRow => ({
    kind: 'row',
    address: { source, file: 'a.csv', sheet: '', row: 9 },
    column: '状态',
    value: '?',
    reason: '无法识别',
    ids,
    householdKeys,
    headOfHousehold: '',
    amount: undefined,
  });
  const texts = { 'dibao-roster': [{ idNumber: one, householdId: 'H1' }], 'poverty-registration': registration };
  const says = (row: RejectedRow) => {
    const [finding] = findingsOf(assistedNotRegistered, texts, { rejectedRows: [row] });
    return messageText(finding!.message).includes('另有退回行');
  };

  test('of the subject’s id, or of its household, are mentioned', () => {
    expect(says(rejected('death-register', [two, one]))).toBe(true);
    expect(says(rejected('assistance-system', [], 'H1'))).toBe(true);
  });

  test('of its household by a number that only other rows of it have, or by either number of the rejected row', () => {
    const household = [{ idNumber: two, householdId: 'H1', certificateNumber: 'C1' }];
    const member = [{ idNumber: one, certificateNumber: 'C1', povertyMark: '是' }];
    const mentioned = (...keys: string[]) => {
      const sources = { 'dibao-roster': household, 'assistance-system': member, 'poverty-registration': [] };
      const rejectedRows = [rejected('dibao-roster', [], ...keys)];
      const [finding] = findingsOf(povertyMarkUnfounded, sources, { rejectedRows });
      return messageText(finding!.message).includes('另有退回行');
    };
    expect(mentioned('H1')).toBe(true);
    expect(mentioned('H9', 'C1')).toBe(true);
    expect(mentioned('H9')).toBe(false);
  });

  test('of its household by the head, where the rejected row names its household by nothing else', () => {
    const member = { idNumber: one, name: '李四', headName: '张三', headId: two };
    const mentioned = (headOfHousehold: string, numbers: Partial<typeof member & { householdId: string }> = {}) => {
      const sources = { 'dibao-roster': [{ ...member, ...numbers }], 'poverty-registration': registration };
      const rejectedRows = [{ ...rejected('assistance-system', [three]), headOfHousehold }];
      const [finding] = findingsOf(assistedNotRegistered, sources, { rejectedRows });
      return messageText(finding!.message).includes('另有退回行');
    };
    expect(mentioned(two)).toBe(true);
    expect(mentioned(two, { householdId: 'H1' })).toBe(true);
    expect(mentioned(three)).toBe(false);
    expect(mentioned('')).toBe(false);
  });

  test('of others, or of a household of the poverty bureau with that number, are not', () => {
    expect(says(rejected('dibao-roster', [two], 'H2'))).toBe(false);
    expect(says(rejected('poverty-registration', [], 'H1'))).toBe(false);
  });
});

describe('rules that lack a source', () => {
  test('are not run, with the reason, and count nothing', () => {
    const run = runOf([registeredNotAssisted], { 'poverty-registration': [{ idNumber: one, status: '未脱贫' }] });
    expect(run.rules).toEqual([]);
    expect(run.total).toBe(0);
    expect([...run.ofRule('registered-not-assisted')]).toEqual([]);
    expect(run.notRun).toEqual([
      { rule: 'registered-not-assisted', title: '建档未纳入救助', clause: '九-1', reason: '未提供低保台账，本项未核对' },
    ]);
  });

  test('an empty source is a source', () => {
    const run = runOf([assistedNotRegistered], { 'dibao-roster': [], 'poverty-registration': [] });
    expect(run.notRun).toEqual([]);
    expect(run.rules).toMatchObject([{ total: 0, subject: 'person', caveat: '' }]);
  });

  test('what is only used is named in the caveat', () => {
    const run = runOf([registeredNotAssisted], {
      'dibao-roster': [],
      'poverty-registration': [],
      'death-register': [],
    });
    expect(run.rules[0]!.caveat).toMatch(/^未提供特困名册，未能排除特困供养人员；县配置未给出2020年/);
  });
});

test('counts by severity and township, with their yuan', () => {
  const household = (at: number, township: string, due: string) => ({
    ...{ idNumber: validId(230123, 19600102, at), householdId: `H${at}`, township, monthlyAmount: due },
  });
  const run = runOf(
    [ledgerAmountMismatch],
    {
      'dibao-roster': [household(1, '竹帘镇', '300'), household(2, '竹帘镇', '300'), household(3, '东岗乡', '300')],
      'assistance-system': [household(1, '竹帘镇', '310'), household(2, '竹帘镇', '295.5'), household(3, '东岗乡', '200')],
    },
    { period: '2020Q3' },
  );
  expect(run.rules).toMatchObject([
    {
      ...{ rule: 'ledger-amount-mismatch', total: 3, money: true, amount: 9450 as Fen },
      bySeverity: { error: 3, warning: 0, notice: 0, list: 0 },
      byTownship: [
        { township: '东岗乡', count: 1, amount: 10000 },
        { township: '竹帘镇', count: 2, amount: -550 },
      ],
    },
  ]);
});

describe('breaker shares', () => {
  test('the roster’s persons with an error of their own', () => {
    const deaths = [{ idNumber: one }];
    const roster = [one, two, three].map((idNumber, at) => ({ idNumber, householdId: `H${at}`, name: `王${at}` }));
    const named = { ...deaths[0]!, name: '王0' };
    const run = runOf(halfYearRules, {
      'dibao-roster': roster,
      'poverty-registration': registration,
      'death-register': [named],
    });
    expect(breakerShares(run).rosterPersons).toEqual({ withError: 1, total: 3 });
  });

  test('the list’s households, whether the error is the household’s or its claim’s', () => {
    const list = [one, two, three].map((headId, at) => ({
      ...{ headId, householdId: `H${at}`, headName: `王${at}`, account: `62284800000${at}`, amount: '900' },
    }));
    const system = list.slice(1).map(({ headId, householdId, headName }) => ({
      ...{ idNumber: headId, householdId, name: headName, headName, monthlyAmount: '300' },
    }));
    const bank = list.slice(0, 2).map(({ account, headName }) => ({ account, accountName: headName, requestedAmount: '900' }));
    const texts = { 'payment-list': list, 'assistance-system': system, 'bank-payout': bank };
    const run = runOf(payoutRules, texts, { period: '2020Q3', dueDate: 20200710 });
    // 王0 is not in the system, 王2 was not paid.
    expect(breakerShares(run).listHouseholds).toEqual({ withError: 2, total: 3 });
  });
});
