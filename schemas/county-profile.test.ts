import { describe, expect, test } from 'vitest';
import { defaultProfile, ProfileRefused, parseCountyProfile } from './county-profile.ts';
import { profileDifferences } from './profile-differences.ts';

const problemsOf = (profile: unknown): readonly string[] => {
  try {
    parseCountyProfile(typeof profile === 'string' ? profile : JSON.stringify(profile));
  } catch (error) {
    if (error instanceof ProfileRefused) return error.problems;
    throw error;
  }
  return [];
};

const whole = {
  name: '示例县',
  ruralStandard: { '2020': 4200 },
  urbanStandard: { '2020': 7200.5 },
  dueDates: { '2020Q1': '2020-01-20' },
  headings: { 'assistance-system': { povertyMark: ['建档标志'] } },
  words: {
    'bank-payout': { result: { 成功: ['已代发', '0000'] } },
    'assistance-system': { povertyMark: { 是: ['建档'] } },
  },
  places: { 老街镇: '新街镇' },
  layouts: { 'bank-payout': [{ columns: ['account', '', 'requestedAmount', 'result'], unit: '分', success: ['001'] }] },
  categoryIncluded: { 'assistance-system': false },
  breaker: { rejectedShare: 0.5, findingShare: 0.95 },
  retentionYears: 20,
};

describe('county profile', () => {
  test('every key is optional', () => {
    expect(parseCountyProfile('{}')).toEqual(defaultProfile);
    expect(defaultProfile.breaker).toEqual({ rejectedShare: 0.2, findingShare: 0.8 });
    expect(defaultProfile.retentionYears).toBe(10);
  });

  test('a whole profile is read, standards as fen and days as days', () => {
    // The same key in several places is none twice; a quote or a colon within a text is no key.
    const profile = parseCountyProfile(`\uFEFF${JSON.stringify(whole)}`);
    expect(profile.ruralStandard).toEqual({ '2020': 420_000 });
    expect(profile.urbanStandard).toEqual({ '2020': 720_050 });
    expect(profile.dueDates).toEqual({ '2020Q1': 20200120 });
    expect(profile.layouts['bank-payout']).toEqual([
      { columns: ['account', '', 'requestedAmount', 'result'], unit: '分', success: ['001'], returned: [] },
    ]);
  });

  test.each([
    ['{', '不是有效的 JSON'],
    ['{\n  "name": "甲县",\n}', '第 3 行第 1 个字符附近有误'],
    ['{"words": {"bank-payout": {}}, "words": {}}', '“words”在同一处写了两次'],
    ['{"places": {"\\u7532": "a", "甲": "b"}}', '“甲”在同一处写了两次'],
    [{ nam: 'x' }, '县配置 nam：没有这一项'],
    [{ name: 5 }, '县配置 name：应为文字'],
    [{ ruralStandard: { '20': 1 } }, 'ruralStandard.20：年份应为四位数字'],
    [{ ruralStandard: { '2020': -1 } }, 'ruralStandard.2020：标准应大于 0'],
    [{ ruralStandard: { '2020': 1.234 } }, 'ruralStandard.2020：金额最多两位小数'],
    [{ dueDates: { '2020Q5': '2020-01-20' } }, 'dueDates.2020Q5：季度应写作'],
    [{ dueDates: { '2020H1': '2020-01-20' } }, 'dueDates.2020H1：季度应写作'],
    [{ dueDates: { '2020Q1': '20 January' } }, 'dueDates.2020Q1：日期应写作'],
    [{ headings: { roster: {} } }, 'headings.roster：没有这一项'],
    [{ headings: { 'dibao-roster': { nme: ['x'] } } }, 'headings.dibao-roster.nme：没有这个字段'],
    [{ headings: { 'assistance-system': { area: ['城乡'] } } }, 'headings.assistance-system.area：该字段不从表头读取'],
    [{ words: { 'bank-payout': { batch: { 成功: ['x'] } } } }, 'words.bank-payout.batch：没有这个选择类字段'],
    [{ words: { 'bank-payout': { result: { 好: ['x'] } } } }, 'words.bank-payout.result.好：应为 成功、失败、退回、处理中 之一'],
    [
      { words: { 'bank-payout': { result: { 成功: ['已发', ' 失败'] } } } },
      'words.bank-payout.result.成功.1：“失败”已是另一个取值',
    ],
    [
      { words: { 'bank-payout': { result: { 成功: ['０1'], 退回: ['01'] } } } },
      'words.bank-payout.result.退回.0：“01”已写在“成功”下',
    ],
    [{ words: { 'assistance-system': { povertyMark: { 是: ['否'] } } } }, 'povertyMark.是.0：“否”已是另一个取值'],
    [{ layouts: { 'bank-payout': [{ columns: ['acount'] }] } }, 'layouts.bank-payout.0.columns.0：没有这个字段'],
    [{ layouts: { 'bank-payout': [{ columns: ['account', 'account'] }] } }, 'layouts.bank-payout.0.columns.1：同一字段出现两次'],
    [
      { layouts: { 'bank-payout': [{ columns: ['account'], unit: '角' }] } },
      'layouts.bank-payout.0.unit：应为 元、分、万元 之一',
    ],
    [{ breaker: { rejectedShare: 0.51 } }, 'breaker.rejectedShare：不能大于 0.5'],
    [{ breaker: { findingShare: 0.96 } }, 'breaker.findingShare：不能大于 0.95'],
    [{ breaker: { share: 1 } }, 'breaker.share：没有这一项'],
    [{ retentionYears: 0 }, 'retentionYears：不能小于 1'],
    [[], '（根）：应为对象'],
  ])('%j is refused with its path', (profile, problem) => {
    expect(problemsOf(profile).join()).toContain(problem);
  });

  test('what differs from the default is listed by path, and a value given as the default is not', () => {
    const profile = parseCountyProfile(JSON.stringify({ ...whole, breaker: { rejectedShare: 0.2, findingShare: 0.9 } }));
    const paths = profileDifferences(profile).map(({ path }) => path);
    expect(paths).toContain('words.bank-payout.result.成功');
    expect(paths).toContain('breaker.findingShare');
    expect(paths).not.toContain('breaker.rejectedShare');
    expect(profileDifferences(defaultProfile)).toEqual([]);
  });
});
