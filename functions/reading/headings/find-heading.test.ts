import { describe, expect, test } from 'vitest';
import { validId } from '../../../sample-data/builders.ts';
import { readSheets } from '../../../sample-data/read-sheets.ts';
import { readTexts } from '../../../sample-data/read-texts.ts';
import { parseCountyProfile } from '../../../schemas/county-profile.ts';
import { normaliseHeading } from './normalise-heading.ts';

const id = validId(230123, 19520101, 17);
const other = validId(230123, 19520101, 18);
const headings = ['城乡类别', '户主姓名', '姓名', '身份证号', '月保障金额', '乡镇', '村'];
const row = ['农村', '张三', '张三', id, '300', '竹帘镇', '红旗村'];
const base = `${headings.join(',')}\n${row.join(',')}`;

const rowsOf = async (text: string, name = '名册.csv') => {
  const result = await readTexts({ [`dibao-roster/${name}`]: text });
  const table = result.tables['dibao-roster'];
  return { ...result, file: result.files[0], rows: Array.from({ length: table?.length ?? 0 }, (_, at) => table!.row(at)) };
};

describe('headings are compared', () => {
  test.each([
    ['金额（元）', '金额', '元'],
    ['金 额\n(分)：', '金额', '分'],
    ['*当月支出（万元）', '当月支出', '万元'],
    ['月保障金额（单位：元/月）', '月保障金额', '元'],
    ['保障人数（人）', '保障人数', undefined],
    ['乡（镇）', '乡(镇)', undefined],
    ['姓名（不超过60个字节）', '姓名(不超过60个字节)', undefined],
    ['（元）', '(元)', '元'],
  ])('%s as %s in %s', (written, text, unit) => {
    expect(normaliseHeading(written)).toEqual({ text, unit });
  });

  test('a bracket sets the unit of its column', async () => {
    const { rows } = await rowsOf(base.replace('月保障金额', '月保障金额（分）'));
    expect(rows[0]!.monthlyAmount).toBe(300);
  });
});

describe('the heading row', () => {
  test('stands in one of the first twelve rows, below titles that give area and day', async () => {
    const { rows, file } = await rowsOf(
      `2020年6月30日农村低保台账\n制表单位：民政局\n\n户主姓名,姓名,身份证号,月保障金额,乡镇,村\n张三,张三,${id},300,竹帘镇,红旗村`,
    );
    expect(rows[0]).toMatchObject({ area: '农村', address: { row: 5 } });
    expect(file).toMatchObject({ dataDay: 20200630, rows: { read: 1, heading: 1 } });
  });

  test.each([
    [12, 0],
    [13, 1],
  ])('in row %i: %i refusals', async (at, refusals) => {
    const result = await rowsOf(`${'说明文字\n'.repeat(at - 1)}${base}`);
    expect(result.refusals).toHaveLength(refusals);
  });

  test('of two levels by merged cells is read as upper/lower', async () => {
    const { table, report } = await readSheets('dibao-roster', [
      {
        rows: [
          ['农村低保台账'],
          ['户主', undefined, '人员', undefined, '保障金额', undefined, '住址', undefined],
          ['姓名', '身份证号', '姓名', '身份证号', '保障金', '分类施保金', '乡镇', '村'],
          ['张三', id, '李四', other, 300, 50.5, '竹帘镇', '红旗村'],
        ],
        merges: [
          { top: 1, bottom: 1, left: 0, right: 7 },
          { top: 2, bottom: 2, left: 0, right: 1 },
          { top: 2, bottom: 2, left: 2, right: 3 },
          { top: 2, bottom: 2, left: 4, right: 5 },
          { top: 2, bottom: 2, left: 6, right: 7 },
        ],
      },
    ]);
    expect(table.row(0)).toMatchObject({
      headName: '张三',
      headId: { text: id },
      name: '李四',
      idNumber: { text: other },
      monthlyAmount: 35050,
      area: '农村',
    });
    expect(report.sheets[0]!.columns[0]).toMatchObject({ heading: '户主/姓名', field: 'headName' });
    expect(report.rows.heading).toBe(2);
  });

  test('of two levels in a text file fills the upper blanks from the left, not beside a heading two rows high', async () => {
    const { rows } = await rowsOf(
      `序号,户主,,成员,,城乡类别,保障情况,,乡镇,村
,姓名,身份证号,姓名,身份证号,,月保障金额,保障人数,,
1,张三,${id},李四,${other},城镇,300,2,竹帘镇,红旗村`,
    );
    expect(rows[0]).toMatchObject({
      headName: '张三',
      name: '李四',
      area: '城市',
      monthlyAmount: 30000,
      coveredCount: 2,
      village: '红旗村',
    });
  });

  test('under 照料人 or 监护人 is another person', async () => {
    const { table, report } = await readSheets('destitute-roster', [
      {
        rows: [
          ['乡镇', '村', '姓名', '身份证号', '照料人', undefined],
          [undefined, undefined, undefined, undefined, '姓名', '身份证号'],
          ['竹帘镇', '红旗村', '张三', id, '李四', other],
        ],
        merges: [{ top: 1, bottom: 1, left: 4, right: 5 }],
      },
    ]);
    expect(table.row(0)).toMatchObject({ name: '张三', idNumber: { text: id } });
    expect(report.unknownColumns).toEqual(['照料人/姓名', '照料人/身份证号']);
  });

  test('of two levels keeps what the lower level says of the household under a heading for its head or members', async () => {
    const { table, report } = await readSheets('dibao-roster', [
      {
        rows: [
          ['户主信息', undefined, '家庭成员', undefined, undefined, '城乡类别', '月保障金额', '乡镇', '村'],
          ['户主姓名', '户主身份证号', '姓名', '身份证号', '与户主关系', undefined, undefined, undefined, undefined],
          ['张三', id, '李四', other, '配偶', '农村', 300, '竹帘镇', '红旗村'],
        ],
        merges: [
          { top: 1, bottom: 1, left: 0, right: 1 },
          { top: 1, bottom: 1, left: 2, right: 4 },
        ],
      },
    ]);
    expect(table.row(0)).toMatchObject({ headName: '张三', headId: { text: id }, name: '李四', relation: '配偶' });
    expect(report.rows.heading).toBe(2);
  });

  test('of two levels whose upper one is itself a known word is read in both, where only so a needed column is found', async () => {
    const { table, report } = await readSheets('dibao-roster', [
      {
        name: '农村低保',
        rows: [
          ['户主姓名', '身份证号码', '保障人数', undefined, '领取金额', undefined, '乡镇', '村'],
          [undefined, undefined, '重点保障人数', '残疾人数', '家庭补差', '重点救助60元', undefined, undefined],
          ['张三', id, 1, 0, 300, 60, '竹帘镇', '红旗村'],
        ],
        merges: [
          { top: 1, bottom: 1, left: 2, right: 3 },
          { top: 1, bottom: 1, left: 4, right: 5 },
        ],
      },
    ]);
    expect(table.row(0)).toMatchObject({ headName: '张三', monthlyAmount: 30000, coveredCount: undefined });
    expect(report.rows).toMatchObject({ read: 1, heading: 2 });
  });

  test('may stand below empty rows; those below it are counted, also where a workbook leaves them out', async () => {
    const { report } = await readSheets('dibao-roster', [
      { rows: [['农村低保台账'], undefined, headings, undefined, row, undefined, [], row] },
      { rows: [headings, row] },
    ]);
    expect(report.rows).toMatchObject({ read: 3, heading: 2, blank: 3 });
  });

  test('below the names of groups of people is never read by itself: a guardian to the left is no member', async () => {
    const { table, report } = await readSheets('dibao-roster', [
      {
        rows: [
          ['户主', undefined, '监护人', undefined, '保障', undefined, '住址', undefined],
          ['姓名', '身份证号', '姓名', '身份证号', '城乡类别', '月保障金额', '乡镇', '村'],
          ['张三', id, '李四', other, '农村', 300, '竹帘镇', '红旗村'],
        ],
        merges: [0, 2, 4, 6].map((left) => ({ top: 1, bottom: 1, left, right: left + 1 })),
      },
    ]);
    expect(table.length).toBe(1);
    expect(table.row(0)).toMatchObject({ headName: '张三', name: '张三', idNumber: { text: id } });
    expect(report.unknownColumns).toEqual(['监护人/姓名', '监护人/身份证号']);
  });

  test.each([
    ['a blank behind its first word', '城乡类别 ,户主姓名,月保障金额(元)'],
    ['asterisks', '*城乡类别,*户主姓名,月保障金额(元)'],
    ['full-width letters before it and a colon', '　城乡类别：,户主姓名,月保障金额(元)'],
    ['no unit', '城乡类别,户主姓名,月保障金额'],
  ])('repeated with %s is the heading once more', async (_, repeated) => {
    const rest = ',姓名,身份证号,乡镇,村';
    const row = `农村,张三,300,张三,${id},竹帘镇,红旗村`;
    const heading = `城乡类别,户主姓名,月保障金额(元)${rest}`;
    const texts = { 'dibao-roster/名册.csv': [heading, row, repeated + rest, row].join('\n') };
    expect((await readTexts(texts)).files[0]!.rows).toMatchObject({ read: 2, accepted: 2, heading: 2 });
  });

  test('repeated with another unit is no heading once more: its amounts would be read wrongly', async () => {
    const rest = ',姓名,身份证号,乡镇,村';
    const texts = { 'dibao-roster/名册.csv': `城乡类别,户主姓名,月保障金额${rest}\n城乡类别,户主姓名,月保障金额(万元)${rest}` };
    expect((await readTexts(texts)).files[0]!.rows).toMatchObject({ read: 1, rejected: 1, heading: 1 });
  });

  test('repeated on each page is counted, not read', async () => {
    const { file } = await rowsOf(`${base}\n\n${base}`);
    expect(file!.rows).toMatchObject({ read: 2, heading: 2, blank: 1 });
  });
});

describe('one column a field', () => {
  test('the own heading wins over an alias to its left; the loser is named, and counted where an id differs', async () => {
    const { rows, file } = await rowsOf(
      `证件号,${headings.join(',')},低保证号码,低保证号\n${other},${row.join(',')},甲,乙\n${id},${row.join(',')},甲,乙\n,${row.join(',')},甲,乙`,
    );
    expect(rows[0]).toMatchObject({ idNumber: { text: id }, certificateNumber: '乙' });
    expect(file!.sheets[0]!.columns.filter(({ loser }) => loser).map(({ heading }) => heading)).toEqual(['证件号', '低保证号码']);
    expect(file!.remarks).toHaveLength(2);
    expect(file!.remarks[0]).toBe('未采用的同类列：“证件号”（身份证号）、“低保证号码”（低保证号）。');
    expect(file!.remarks[1]).toContain('“证件号”与已采用的“身份证号”有 1 行不同，首见于 第2行');
  });

  test('of equal headings the first from the left is taken', async () => {
    const { rows } = await rowsOf(`${headings.join(',')},备注,备注\n${row.join(',')},左,右`);
    expect(rows[0]!.remark).toBe('左');
  });

  test('a needed column that is not there refuses, with the headings seen and those that look like it', async () => {
    const { refusals } = await rowsOf(base.replace('月保障金额', '月低保金额度'));
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({ file: '名册.csv', source: 'dibao-roster' });
    expect(refusals[0]!.reason).toContain('缺少“低保台账”必需的列“月保障金额”');
    expect(refusals[0]!.reason).toContain('看到的表头：城乡类别、户主姓名、姓名、身份证号、月低保金额度、乡镇、村');
    expect(refusals[0]!.reason).toContain('相近的表头：月保障金额：“月低保金额度”');
    expect(refusals[0]!.mend).toContain('"headings": {"dibao-roster":{"monthlyAmount":["月低保金额度"]}}');
  });

  test('a heading that means another column is not offered for the one that is missing', async () => {
    const list = '乡镇,村,户主姓名,姓名,身份证号,城乡类别,发放合计,账号';
    const { refusals } = await readTexts({ 'payment-list/名册.csv': `${list}\n竹帘镇,红旗村,张三,张三,${id},农村,900,` });
    expect(refusals[0]!.reason).toContain('账户名称：“户主姓名”');
    expect(refusals[0]!.mend).toContain('请加入县配置 headings.payment-list.accountName');
  });

  test.each(['月保障金额（百元）', '月保障金额(千元)', '月保障金额万元', '月保障金额（单位：亿元）'])(
    'money under %s is refused, and never offered as another word for the column',
    async (heading) => {
      const { refusals } = await rowsOf(base.replace('月保障金额', heading));
      expect(refusals.map(({ reason }) => reason).join()).toMatch(/金额列“.*”的单位“(?:百元|千元|万元|亿元)”不能识别/);
      expect(refusals.map(({ mend }) => mend).join()).not.toContain('"headings"');
    },
  );

  test('so it is where the profile gives the heading', async () => {
    const profile = parseCountyProfile('{"headings": {"dibao-roster": {"monthlyAmount": ["月发（百元）"]}}}');
    const { refusals } = await readTexts({ 'dibao-roster/a.csv': base.replace('月保障金额', '月发（百元）') }, { profile });
    expect(refusals[0]!.reason).toContain('单位“百元”不能识别');
  });

  test('an unknown column is kept out and named', async () => {
    const { file } = await rowsOf(`${headings.join(',')},联系电话\n${row.join(',')},139`);
    expect(file!.unknownColumns).toEqual(['联系电话']);
  });
});

describe('sheets', () => {
  const rows = [headings, row];

  test('each that is recognised is read; hidden, chart and other sheets are skipped and said', async () => {
    const { table, report, problems } = await readSheets('dibao-roster', [
      { name: '竹帘镇', rows },
      { name: '填表说明', rows: [['填写要求'], ['备注']] },
      { name: '旧', visible: false, rows },
      { name: '图', tabular: false, rows: [] },
      { name: '红旗乡', rows },
    ]);
    expect(problems).toEqual([]);
    expect(table.length).toBe(2);
    expect(table.row(1).address).toEqual({ source: 'dibao-roster', file: '名册.xlsx', sheet: '红旗乡', row: 2 });
    expect(report.sheets.map(({ outcome }) => outcome)).toEqual([
      '已读',
      '没有可识别的表头，未读',
      '隐藏的工作表，未读',
      '图表或宏表，未读',
      '已读',
    ]);
  });

  test('none recognised refuses, with what was seen', async () => {
    const { problems } = await readSheets('dibao-roster', [
      {
        rows: [['甲'], ['户主名', '乙'], ['某人', '2']],
      },
    ]);
    expect(problems[0]!.reason).toContain(
      '前 12 行中没有“低保台账”的表头行。看到的内容：甲、户主名、乙。相近的：户主名（户主姓名）',
    );
  });

  test('a file without headings refuses without a word of its rows, and says how to declare its columns', async () => {
    const people = `1 6228480000000000007 张丙东 ${id} 96000 2020-07-08\n2 6228480000000000013 张戊东 ${id} 102000 2020-07-08`;
    const { refusals } = await readTexts({ 'bank-payout/回盘.txt': people, '回盘二.txt': people });
    expect(refusals.map(({ reason }) => reason)).toEqual([
      '表头不符合任何来源。开头就是数据，没有像表头的行。没有相近的来源。',
      '前 12 行中没有“银行回盘”的表头行。开头就是数据，没有像表头的行。',
    ]);
    expect(refusals[1]!.mend).toContain('layouts.bank-payout');
  });

  test('a refusal repeats headings, never the rows below them', async () => {
    const rows = `农村低保名单，联系电话13800000000\n镇,村名,名字,证件\n竹帘镇,红旗村,张三,${id}`;
    const { refusals } = await readTexts({ 'a.csv': rows, 'dibao-roster/b.csv': rows });
    expect(refusals.length).toBeGreaterThanOrEqual(2);
    for (const { reason } of refusals.filter(({ file }) => file.endsWith('.csv'))) {
      expect(reason).toContain('镇、村名、名字、证件');
      expect(reason).not.toMatch(/张三|红旗村|1380|2301/u);
    }
  });

  test('a row of data that holds 户主 is no heading, and no refusal shows it', async () => {
    const { refusals } = await readTexts({
      'dibao-roster/名册.csv': `1,竹帘镇,红旗村,欧阳震华,${id},户主,农村,300,6217850011235480455\n2,竹帘镇,红旗村,李四,${other},妻,农村,300,`,
    });
    expect(refusals[0]!.reason).toContain('开头就是数据，没有像表头的行');
    expect(JSON.stringify(refusals)).not.toMatch(/欧阳|李四|2301|6217/u);
  });

  test.each([
    ['with a word of a choice', '青松镇,白国国,是,C'],
    ['of a bank', '张三丰,农村信用社,成功'],
    ['with 户主 and words of choices', '青松镇,后屯村,白国国,户主,在保,农村低保'],
  ])('a row of data %s is not repeated, though no figure stands in it', async (_, row) => {
    const { refusals } = await readTexts({ 'dibao-roster/名册.csv': `${row}\n${row}` });
    expect(refusals[0]!.reason).toContain('开头就是数据，没有像表头的行');
    expect(JSON.stringify(refusals)).not.toMatch(/白国国|张三丰|后屯/u);
  });

  test('a heading of benefits that another list has as words is shown', async () => {
    const { refusals } = await readTexts({ 'dibao-roster/名册.csv': `姓名,身份证号,燃煤补贴,高龄津贴\n张三,${id},1,2` });
    expect(refusals[0]!.reason).toContain('看到的表头：姓名、身份证号、燃煤补贴、高龄津贴');
  });

  test('the name of a sheet gives the area where no title does', async () => {
    const { table } = await readSheets('dibao-roster', [
      { name: '城市低保', rows: [headings.slice(1), row.slice(1)] },
      { name: '农村低保', rows: [headings.slice(1), row.slice(1)] },
    ]);
    expect([0, 1].map((at) => (table.row(at) as { area?: string }).area)).toEqual(['城市', '农村']);
  });
});
