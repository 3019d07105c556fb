import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validId } from '../../sample-data/builders.ts';
import { readSheets } from '../../sample-data/read-sheets.ts';
import { inboxOf, readTexts } from '../../sample-data/read-texts.ts';
import { defaultProfile } from '../../schemas/county-profile.ts';
import { type SourceId, sourceIds } from '../../schemas/sources/source.ts';
import { sources } from '../../schemas/sources/sources.ts';
import { checkFiles } from './check-files.ts';
import { inFileOrder } from './file-order.ts';

const id = (sequence: number) => validId(230123, 19520101, sequence);

const registration = (...rows: readonly string[]) =>
  `乡(镇),行政村,户编号,人编号,姓名,证件号码,贫困户属性,脱贫属性\n${rows.map((row) => `竹帘镇,红旗村,${row},一般贫困户,已脱贫`).join('\n')}`;

const namesIn = (result: Awaited<ReturnType<typeof readTexts>>, source: SourceId) => {
  const table = result.tables[source];
  return Array.from({ length: table?.length ?? 0 }, (_, at) => (table!.row(at) as { name?: string }).name);
};

describe('files of one source', () => {
  test('are read by name, whatever the order of the listing', async () => {
    const files = {
      'death-register/二.csv': `姓名,身份证件号码,去世日期\n乙,${id(2)},2020-01-01`,
      'death-register/一.csv': `姓名,身份证件号码,去世日期\n甲,${id(1)},2020-01-01`,
      'death-register/\u{20000}.csv': `姓名,身份证件号码,去世日期\n丁,${id(4)},2020-01-01`,
      'death-register/\uFF01.csv': `姓名,身份证件号码,去世日期\n丙,${id(3)},2020-01-01`,
    };
    const one = await readTexts(files);
    const other = await readTexts(Object.fromEntries(Object.entries(files).reverse()));
    expect(namesIn(one, 'death-register')).toEqual(['甲', '乙', '丙', '丁']);
    expect(other.files).toEqual(one.files);
    expect(one.tables['death-register']!.address(3)).toEqual({
      source: 'death-register',
      file: '\u{20000}.csv',
      sheet: '',
      row: 2,
    });
  });

  test('with the same bytes are read once, and said', async () => {
    const text = `姓名,身份证件号码,去世日期\n甲,${id(1)},2020-01-01`;
    const result = await readTexts({ 'death-register/a.csv': text, 'death-register/b.csv': text });
    expect(result.tables['death-register']!.length).toBe(1);
    expect(result.files.map(({ file, sameAs, rows }) => [file, sameAs, rows.read])).toEqual([
      ['a.csv', undefined, 1],
      ['b.csv', 'a.csv', 0],
    ]);
  });

  test('with the same name are refused, one in the folder and one above it', async () => {
    const text = `姓名,身份证件号码,去世日期\n甲,${id(1)},2020-01-01`;
    const { refusals } = await readTexts({ 'death-register/名册.csv': text, '名册.csv': `${text}\n乙,,2020-01-01` });
    expect(refusals).toHaveLength(1);
    expect(refusals[0]!.reason).toContain('两个同名文件');
  });

  test('left by Office or a file browser are skipped and counted', async () => {
    const result = await readTexts({
      'death-register/~$名册.xlsx': 'x',
      'death-register/.DS_Store': 'x',
      'death-register/Thumbs.db': 'x',
      'desktop.ini': 'x',
    });
    expect(result).toMatchObject({ skippedFiles: 4, refusals: [], files: [] });
  });
});

describe('a run', () => {
  test('leaves a source that it does not use unread, and says so', async () => {
    const result = await readTexts(
      { 'bank-payout/a.csv': '不是表', 'x.csv': `姓名,身份证件号码,去世日期\n甲,${id(1)},2020-01-01` },
      { used: ['dibao-roster'] },
    );
    expect(result).toMatchObject({ unusedSources: ['death-register', 'bank-payout'], refusals: [], files: [] });
  });

  test('is refused without a required source, or where it has no accepted row', async () => {
    const heads = '姓名,身份证件号码,去世日期';
    const { refusals, files } = await readTexts(
      { 'death-register/a.csv': heads, 'destitute-roster/b.csv': '乡镇,村,姓名,身份证号\n竹帘镇,,张三,' },
      { required: ['dibao-roster', 'death-register', 'destitute-roster'] },
    );
    expect(refusals.map(({ file, source }) => [file, source])).toEqual([
      ['', 'dibao-roster'],
      ['', 'death-register'],
      ['', 'destitute-roster'],
    ]);
    expect(files.find(({ file }) => file === 'a.csv')).toMatchObject({ rows: { read: 0 }, remarks: ['有表头而没有数据行。'] });
  });

  test('lists every refused file at once, each once', async () => {
    const { refusals } = await readTexts({
      'dibao-roster/a.csv': '',
      'dibao-roster/b.csv': '甲,乙',
      'death-register/c.csv': '姓名,去世日期',
      'd.csv': '甲,乙',
    });
    expect(refusals.map(({ file }) => file).sort()).toEqual(['a.csv', 'b.csv', 'c.csv', 'd.csv']);
    for (const { reason, mend } of refusals) expect([reason, mend].every((text) => /\p{Script=Han}/u.test(text))).toBe(true);
  });
});

describe('registration rows of one person in several files', () => {
  test('the row of the later file stands; the earlier is superseded and absent', async () => {
    const result = await readTexts({
      'poverty-registration/2018.csv': registration(
        `H1,P1,旧甲,${id(1)}`,
        `H1,,旧乙,${id(2)}`,
        `H2,P3,丙,${id(3)}`,
        `H1,P4,丁,${id(4)}`,
      ),
      'poverty-registration/2019.csv': registration(`H1,P1,中甲,${id(9)}`, `H1,P2,乙,${id(2)}`),
      'poverty-registration/2020.csv': registration(`H5,P1,甲,`, `H1,P5,丁别号,${id(4)}`, `H9,,丙别户,${id(3)}`),
    });
    expect(namesIn(result, 'poverty-registration')).toEqual(['丙', '丁', '乙', '甲', '丁别号', '丙别户']);
    expect(result.files.map(({ rows }) => [rows.read, rows.accepted, rows.superseded])).toEqual([
      [4, 4, 2],
      [2, 2, 1],
      [3, 3, 0],
    ]);
    expect(result.tables['poverty-registration']!.address(3)).toMatchObject({ file: '2020.csv', row: 2 });
  });

  test('twice in one file both stand', async () => {
    const result = await readTexts({ 'poverty-registration/a.csv': registration(`H1,P1,甲,${id(1)}`, `H1,P1,甲,${id(1)}`) });
    expect(result.tables['poverty-registration']!.length).toBe(2);
  });
});

describe('the wrong period', () => {
  const bank = (...days: readonly string[]) =>
    `户名,账号,金额,交易日期,处理标志\n${days.map((day) => `甲,,5,${day},成功`).join('\n')}`;
  const read = (files: Record<string, string>, acceptedPeriods: readonly string[] = []) =>
    readTexts(files, { period: '2020Q3', acceptedPeriods });

  test('in a title, or in the name of the file, refuses, and can be accepted', async () => {
    const list = `2020年第二季度农村低保发放名册\n属地,姓名,身份证号,发放合计,账户名称,账号\n竹帘镇,甲,,5,,`;
    const { refusals } = await read({ 'payment-list/名册.csv': list });
    expect(refusals).toHaveLength(1);
    expect(refusals[0]!.reason).toContain('“2020年第二季度”，不是本期 2020Q3');
    expect(refusals[0]!.mend).toContain('--accept-period 名册.csv');
    const mistyped = await read({ 'payment-list/名册.csv': list }, ['名 册.csv']);
    expect(mistyped.refusals.map(({ file }) => file)).toContain('名 册.csv');
    const accepted = await read({ 'payment-list/名册.csv': list }, ['名册.csv']);
    expect(accepted.refusals).toEqual([]);
    expect(accepted.files[0]!.remarks.join()).toContain('按 --accept-period 作为本期 2020Q3 读取');
    expect((await read({ 'bank-payout/2019年回盘.csv': bank('2020-07-08') })).refusals).toHaveLength(1);
  });

  test('of a bank file shows in its days: more than half of the paid rows outside the window', async () => {
    expect((await read({ 'bank-payout/a.csv': bank('2020-06-16', '2020-10-30', '2020-06-15', '2020-10-31') })).refusals).toEqual(
      [],
    );
    const { refusals } = await read({ 'bank-payout/a.csv': bank('2020-06-16', '2020-06-15', '2020-10-31') });
    expect(refusals[0]!.reason).toContain('已发放的 3 行中有 2 行的交易日期不在本期 2020Q3 前后');
    expect((await read({ 'bank-payout/a.csv': bank('2020-06-15') }, ['a.csv'])).refusals).toEqual([]);
  });

  test('of a roster is the day of its data, said where it is more than six months off', async () => {
    const list = (title: string) => `${title}\n姓名,身份证件号码,去世日期\n甲,,2019-01-01`;
    const near = (await readTexts({ 'death-register/a.csv': list('2019年12月死亡名册') })).files[0]!;
    expect(near).toMatchObject({ dataDay: 20191231, remarks: [] });
    const far = (await readTexts({ 'death-register/a.csv': list('2019年11月死亡名册') })).files[0]!;
    expect(far.remarks.join()).toContain('数据时点 2019-11-30 与比对日 2020-06-30 相差超过六个月');
  });
});

describe('no row is lost', () => {
  const words = fc.constantFrom(
    '',
    ' ',
    '张三',
    '李四',
    id(1),
    id(2),
    '户主',
    '子',
    '农村',
    '牧区',
    '300',
    '-1',
    '合计',
    '小计',
    '总计',
    '制表人：甲',
    '2020-05-03',
    '2020-13',
    '竹帘镇',
    '无',
    '\uFFFD',
    '扣减',
    '成功',
    '共3户',
  );

  const table = fc.constantFrom(...sourceIds).chain((source) => {
    const fields = Object.values(sources[source].fields).filter(({ derived }) => derived === undefined);
    const optional = fields.filter(({ requirement }) => requirement === 'optional');
    return fc.record({
      source: fc.constant(source),
      headings: fc
        .shuffledSubarray(optional.map(({ heading }) => heading))
        .map((some) => [
          ...fields.filter(({ requirement }) => requirement !== 'optional').map(({ heading }) => heading),
          ...some,
        ]),
      rows: fc.array(fc.array(words, { maxLength: 30 }), { maxLength: 40 }),
    });
  });

  test('whatever stands in the rows: read = accepted + rejected, and every record has its place', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ source, headings, rows }) => {
        const {
          report,
          rejects,
          rejectedRows,
          problems,
          table: read,
        } = await readSheets(source, [{ rows: [headings, ...rows] }]);
        expect(problems.filter(({ reason }) => !reason.includes('交易日期'))).toEqual([]);
        const counts = report.rows;
        expect(counts.read).toBe(counts.accepted + counts.rejected);
        expect(counts.read + counts.blank + counts.heading + counts.total + counts.note).toBe(rows.length + 1);
        expect(read.length).toBe(counts.accepted);
        expect(rejectedRows).toHaveLength(counts.rejected);
        expect(rejects.filter(({ kind }) => kind === 'row')).toEqual(rejectedRows);
        const places = [
          ...Array.from({ length: read.length }, (_, at) => read.address(at)),
          ...rejectedRows.map(({ address }) => address),
        ];
        expect(new Set(places.map(({ row }) => row)).size).toBe(counts.read);
        const lines = rejects.map(({ address }) => address.row);
        expect(lines).toEqual([...lines].sort((one, other) => one - other));
      }),
      { numRuns: 200 },
    );
  });

  test('cut into files the rows are the same, in the same order', async () => {
    const rows = fc.array(fc.tuple(words, words, words), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(30), async (lines, cut) => {
        const text = (part: typeof lines) => `姓名,身份证件号码,去世日期\n${part.map((cells) => cells.join(',')).join('\n')}`;
        const whole = await readTexts({ 'death-register/a.csv': text(lines) });
        const parts = await readTexts({
          'death-register/a.csv': text(lines.slice(0, cut)),
          'death-register/b.csv': `${text(lines.slice(cut))}\n`,
        });
        expect(namesIn(parts, 'death-register')).toEqual(namesIn(whole, 'death-register'));
        expect(parts.rejects.map(({ value, reason }) => [value, reason])).toEqual(
          whole.rejects.map(({ value, reason }) => [value, reason]),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('a check', () => {
  test('says of each file what a run would make of it', async () => {
    const [good, bad, unknown] = await checkFiles(
      inboxOf({
        '2020年第三季度农村低保发放名册.csv':
          '属地,姓名,身份证号,发放合计,账户名称,账号,发放类别\n竹帘镇,甲,,5,,,正常\n竹帘镇,乙,,x,,,\n竹帘镇,丙,,5,,,追加',
        'death-register/b.csv': '姓名,去世日期',
        'c.csv': '甲',
      }),
      defaultProfile,
    );
    expect(good).toMatchObject({
      source: 'payment-list',
      namedPeriods: ['2020年第三季度'],
      problems: [],
      report: {
        encoding: 'utf-8',
        delimiter: ',',
        rows: { read: 3, accepted: 1, rejected: 2 },
        unknownWords: [{ word: '追加' }],
      },
    });
    expect(good!.rejects).toHaveLength(2);
    expect(bad!.problems[0]!.reason).toContain('身份证件号码');
    expect(unknown).toMatchObject({ source: undefined, report: undefined });
    expect(unknown!.problems).toHaveLength(1);
  });
});

test('files are read by the code points of their names, not by halves of letters', () => {
  const files = ['\u{20000}', '\uFF01', '一', 'a'].map((name) => ({ name }));
  expect(inFileOrder(files).map(({ name }) => name)).toEqual(['a', '一', '\uFF01', '\u{20000}']);
});
