import { describe, expect, test } from 'vitest';
import { validId } from '../../sample-data/builders.ts';
import { readSheets } from '../../sample-data/read-sheets.ts';
import { readTexts } from '../../sample-data/read-texts.ts';
import { parseCountyProfile } from '../../schemas/county-profile.ts';

const id = (sequence: number) => validId(230123, 19520101, sequence);
const headings = '城乡类别,户主姓名,姓名,身份证号,月保障金额,乡镇,村';
const row = (changes: Partial<Record<'area' | 'head' | 'name' | 'id' | 'amount' | 'town' | 'village', string>> = {}) => {
  const cells = {
    area: '农村',
    head: '张三',
    name: '张三',
    id: id(1),
    amount: '300',
    town: '竹帘镇',
    village: '红旗村',
    ...changes,
  };
  return Object.values(cells).join(',');
};

async function readRoster(text: string, profile = '{}') {
  const result = await readTexts({ 'dibao-roster/名册.csv': text }, { profile: parseCountyProfile(profile) });
  const table = result.tables['dibao-roster']!;
  return { ...result, file: result.files[0]!, rows: Array.from({ length: table.length }, (_, at) => table.row(at)) };
}

describe('a row is rejected', () => {
  test.each([
    ['a blank ● value', row({ head: '' }), '户主姓名', '', '必填项为空'],
    ['a blank made of spaces', row({ town: '　 ' }), '乡镇', '　 ', '必填项为空'],
    ['an unreadable ● value', row({ amount: '三百' }), '月保障金额', '三百', '金额无法识别'],
    ['money that is not exact', row({ amount: '1.234' }), '月保障金额', '1.234', '金额无法识别'],
    ['an unknown choice', row({ area: '牧区' }), '城乡类别', '牧区', '不在可识别的取值中（城市、农村）'],
    ['the first bad column from the left', row({ area: '牧区', head: '', amount: 'x' }), '城乡类别', '牧区', '不在'],
    ['an id with a letter that nobody can decode', row({ id: '23\uFFFD' }), '身份证号', '23\uFFFD', '含无法解码的字符'],
    ['a record that ends before its ● columns', '农村,张三,张三', '身份证号', '', '本行只有 3 列'],
  ])('for %s', async (_, line, column, value, reason) => {
    const { file, rejects, rejectedRows, rows } = await readRoster(`${headings}\n${row()}\n${line}`);
    expect(file.rows).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
    expect(rows).toHaveLength(1);
    expect(rejectedRows).toEqual(rejects);
    expect(rejects).toMatchObject([{ kind: 'row', column, value, address: { file: '名册.csv', sheet: '', row: 3 } }]);
    expect(rejects[0]!.reason).toContain(reason);
  });

  test.each([
    ['a blank id', row({ id: '' })],
    ['an id that is wrong', row({ id: '123' })],
    ['a blank village', row({ village: '' })],
    ['money as people write it', row({ amount: '"￥１，２３４.5元"' })],
    ['a record that lacks only optional columns', '农村,张三,张三,,300,竹帘镇'],
  ])('not for %s', async (_, line) => {
    const { file, rejects } = await readRoster(`${headings},备注\n${line}`);
    expect(file.rows).toMatchObject({ read: 1, accepted: 1 });
    expect(rejects).toEqual([]);
  });

  test.each([
    ['起始保障年月', '2020-13'],
    ['截止保障年月', '不详'],
    ['状态', '在读'],
    ['是否保障对象', '也许'],
  ])('for an unreadable %s, which decides who is assisted', async (heading, value) => {
    const { rejects } = await readRoster(`${headings},${heading}\n${row()},${value}`);
    expect(rejects).toMatchObject([{ kind: 'row', column: heading, value }]);
  });

  test('and what is still readable of it is kept', async () => {
    const { rejectedRows } = await readRoster(
      `${headings},户主身份证号,户编号,低保证号\n${row({ amount: 'x', id: id(2) })},${id(3)},　A 1,Ｃ2`,
    );
    expect(rejectedRows).toMatchObject([{ ids: [id(2), id(3)], householdKeys: ['A1', 'C2'], amount: undefined }]);
  });
});

describe('a value is dropped', () => {
  test('where any other field cannot be read; the row stays', async () => {
    const { file, rejects, rejectedRows, rows } = await readRoster(`${headings},保障人数,最近复核日期\n${row()},-1,昨天`);
    expect(file.rows).toMatchObject({ read: 1, accepted: 1, rejected: 0 });
    expect(rows[0]).toMatchObject({ coveredCount: undefined, lastReview: undefined });
    expect(rejectedRows).toEqual([]);
    expect(rejects).toMatchObject([
      { kind: 'value', column: '保障人数', value: '-1', reason: '不是非负整数' },
      { kind: 'value', column: '最近复核日期', value: '昨天', reason: '日期无法识别' },
    ]);
  });

  test('of a workbook’s error cell', async () => {
    const { rejects, table } = await readSheets('dibao-roster', [
      {
        rows: [
          [...headings.split(','), '备注'],
          ['农村', '张三', '张三', id(1), 300, '竹帘镇', '红旗村', { error: '#N/A' }],
        ],
      },
    ]);
    expect(table.length).toBe(1);
    expect(rejects).toMatchObject([{ kind: 'value', column: '备注', value: '#N/A' }]);
  });
});

describe('values as written', () => {
  test('repairs are counted by kind', async () => {
    const { file, rows } = await readRoster(
      `${headings},账号\n${row({ id: ` '${id(1).replace('2', '２')}` })},6228 4801 2345 6789\n${row({ id: id(2) })},无`,
    );
    expect(rows[0]).toMatchObject({ idNumber: { problem: 'none', normalised: id(1) }, account: { digits: '6228480123456789' } });
    expect(rows[1]!.account).toEqual({ digits: '', written: '无' });
    expect(file.repairs).toEqual({ 'full-width': 1, apostrophe: 1, space: 2, 'account-unreadable': 1 });
  });

  test('a number cell is read by its shortest digits, and an id beyond the 15th is lost', async () => {
    const { table } = await readSheets('dibao-roster', [
      {
        rows: [
          [...headings.split(','), '户编号', '享受时间'],
          ['农村', '张三', '张三', 230123195201010000, 300.5, '竹帘镇', 7, 12345678901234, 43952],
        ],
      },
    ]);
    expect(table.row(0)).toMatchObject({
      idNumber: { problem: 'precision-lost', lostDigits: '230123195201010' },
      monthlyAmount: 30050,
      village: '7',
      householdId: '12345678901234',
      startDate: 20200501,
    });
  });

  test('cells that nobody can decode are counted with their places; a name is kept', async () => {
    const { file, rows } = await readRoster(`${headings}\n${row({ name: '张\uFFFD' })}`);
    expect(rows[0]!.name).toBe('张\uFFFD');
    expect(file.repairs).toEqual({ undecodable: 1 });
    expect(file.remarks.join()).toContain('第2行“姓名”');
  });

  test('unknown words are listed with a line for the profile, and the line makes them known', async () => {
    const text = `${headings},分类\n${row()},甲\n${row()},甲\n${row()},A类`;
    const { file } = await readRoster(text);
    expect(file.unknownWords).toEqual([
      { field: 'category', word: '甲', count: 2, profileLine: '"words": {"dibao-roster":{"category":{"A":["甲"]}}}' },
    ]);
    const { rows, file: after } = await readRoster(text, `{${file.unknownWords[0]!.profileLine}}`);
    expect(rows.map(({ category }) => category)).toEqual(['A', 'A', 'A']);
    expect(after.unknownWords).toEqual([]);
  });

  test('a total from its two parts; a second that is blank or missing is nothing', async () => {
    const two = headings.replace('月保障金额', '保障金额');
    const { rows } = await readRoster(`${two},分类施保金\n${row()},50\n${row()},`);
    expect(rows.map(({ monthlyAmount }) => monthlyAmount)).toEqual([35000, 30000]);
    expect((await readRoster(`${two}\n${row()}`)).rows[0]!.monthlyAmount).toBe(30000);
    const { rejects } = await readRoster(`${two},分类施保金\n${row({ amount: '' })},50\n${row()},若干`);
    expect(rejects).toMatchObject([{ column: '保障金额' }, { column: '分类施保金', value: '若干' }]);
  });

  test('a county may say that its totals leave 分类施保金 out', async () => {
    const text = `${headings},分类施保金\n${row()},50\n${row()},`;
    expect((await readRoster(text)).rows[0]!.monthlyAmount).toBe(30000);
    const { rows } = await readRoster(text, '{"categoryIncluded":{"dibao-roster":false}}');
    expect(rows.map(({ monthlyAmount }) => monthlyAmount)).toEqual([35000, 30000]);
  });

  test('rows with more cells than the heading are said: an unquoted comma may have moved them', async () => {
    const { file } = await readRoster(`${headings}\n${row()},多`);
    expect(file.remarks.join()).toContain('有 1 行的列数多于表头，首见于第2行');
  });
});

describe('totals, notes and blank rows', () => {
  test('are no data; each total stands beside the sum of its rows', async () => {
    const result = await readTexts(
      {
        'payment-list/名册.csv': `序号,属地,姓名,身份证号,城乡类别,发放合计,账户名称,账号,发放类别
1,竹帘镇,张三,,农村,900,,,
2,竹帘镇,李四,,农村,100,,,扣减
小 计,,共2户,,,800,,,
3,红旗乡,王五,,农村,x,,,
4,红旗乡,赵六,,农村,900.5,,,
小计,,,,,901,,,
合计：,,共4户,,,1700.50,,,
,,,,,,,,
5,红旗乡,孙七,,农村,1,,,
总计,,,,,"1,701.50",,,
制表人：甲,,审核人：乙,,,,,,
第 1 页,,,,,,,,`,
      },
      { period: '2020Q3' },
    );
    const file = result.files[0]!;
    expect(file.rows).toMatchObject({ read: 5, accepted: 4, rejected: 1, total: 4, note: 2, blank: 1 });
    expect(
      file.controlTotals.map(({ level, column, stated, summed, overRejectedRows }) => [
        level,
        column,
        stated,
        summed,
        overRejectedRows,
      ]),
    ).toEqual([
      ['小计', '发放合计', 80000, 80000, false],
      ['小计', '笔数', 2, 2, false],
      ['小计', '发放合计', 90100, 90050, true],
      ['合计', '发放合计', 170050, 170050, true],
      ['合计', '笔数', 4, 4, true],
      ['总计', '发放合计', 170150, 170150, true],
    ]);
  });

  test('a whole number under 序号 is the count', async () => {
    const result = await readTexts(
      { 'bank-payout/a.csv': '序号,户名,账号,金额,交易日期,处理标志\n合计,,,,,\n1,张三,,5,2020-07-08,成功\n,合计,,5,,\n' },
      { period: '2020Q3' },
    );
    expect(result.files[0]!.controlTotals).toMatchObject([{ column: '金额', stated: 500, summed: 500 }]);
    const counted = await readTexts(
      { 'bank-payout/a.csv': '户名,序号,账号,金额,交易日期,处理标志\n张三,1,,5,2020-07-08,成功\n合计,2,,5,,\n' },
      { period: '2020Q3' },
    );
    expect(counted.files[0]!.controlTotals[1]).toMatchObject({ column: '笔数', stated: 2, summed: 1, count: true });
    const before = await readTexts(
      { 'bank-payout/a.csv': '序号,户名,账号,金额,交易日期,处理标志\n1,张三,,5,2020-07-08,成功\n2,,合计,5,,\n' },
      { period: '2020Q3' },
    );
    expect(before.files[0]!.rows).toMatchObject({ accepted: 1, rejected: 0, total: 1 });
    expect(before.files[0]!.controlTotals[1]).toMatchObject({ column: '笔数', stated: 2, summed: 1, count: true });
  });

  test('a 总计 speaks of all sheets of its file, a 合计 of its own', async () => {
    const heading = ['户名', '账号', '金额', '交易日期', '处理标志'];
    const paid = ['张三', '', 5, '2020-07-08', '成功'];
    const { report } = await readSheets('bank-payout', [
      { name: '一', rows: [heading, paid, ['总计', '', 10]] },
      { name: '二', rows: [heading, paid, ['合计', '', 5]] },
    ]);
    expect(report.controlTotals).toMatchObject([
      { level: '总计', summed: 1000, address: { sheet: '一', row: 3 } },
      { level: '合计', summed: 500, address: { sheet: '二', row: 3 } },
    ]);
  });

  test('a village named 合计村 or a person under 说明 with ● values is data', async () => {
    const { file } = await readRoster(`备注,${headings}\n合计村人,${row()}\n说明,${row()}`);
    expect(file.rows).toMatchObject({ read: 2, accepted: 2, total: 0, note: 0 });
  });
});

describe('a payment list', () => {
  const heading = '属地,姓名,身份证号,城乡类别,发放合计,账户名称,账号,发放类别,保障金';
  const read = (lines: string) => readTexts({ 'payment-list/a.csv': `${heading}\n${lines}` }, { period: '2020Q3' });

  test('takes off what is 扣减, however signed, and rejects a negative 正常 or 补发', async () => {
    const { tables, rejects, rejectedRows } = await read(
      '竹帘镇,甲,,农村,100,,,扣减,100\n竹帘镇,乙,,农村,-100,,,扣减,\n竹帘镇,丙,,农村,-100,,,补发,\n竹帘镇,丁,,农村,-5,,,,\n竹帘镇,戊,,农村,0,,,,',
    );
    const table = tables['payment-list']!;
    expect([0, 1, 2].map((at) => table.row(at).amount)).toEqual([-10000, -10000, 0]);
    expect(table.row(0).baseAmount).toBe(-10000);
    expect(table.row(2).kind).toBe('正常');
    expect(rejects.map(({ column, value, address }) => [column, value, address.row])).toEqual([
      ['发放合计', '-100', 4],
      ['发放合计', '-5', 5],
    ]);
    expect(rejectedRows.map(({ amount }) => amount)).toEqual([-10000, -500]);
  });
});

describe('a bank file', () => {
  const read = (headings: string, lines: string, name = 'a.csv') =>
    readTexts({ [`bank-payout/${name}`]: `${headings}\n${lines}` }, { period: '2020Q3' });

  test('paid what was asked where it says 成功 and no more, else nothing', async () => {
    const { tables } = await read(
      '户名,账号,金额,实处理金额,交易日期,处理标志',
      '甲,,5,,2020-07-08,成功\n乙,,5,4,2020-07-08,成功\n丙,,5,,2020-07-08,失败\n丁,,5,,2020-07-08,退回',
    );
    expect([0, 1, 2, 3].map((at) => tables['bank-payout']!.row(at).paidAmount)).toEqual([500, 400, 0, 0]);
  });

  test('takes its day from title or name, also for a blank cell; without any it is refused', async () => {
    const named = await read('户名,账号,金额,处理标志', '甲,,5,成功', '回盘20200709.csv');
    expect(named.tables['bank-payout']!.row(0).paidOn).toBe(20200709);
    const blank = await read('户名,账号,金额,处理标志,交易日期', '甲,,5,成功,\n乙,,5,成功,2020-07-10', '回盘20200709.csv');
    expect([0, 1].map((at) => blank.tables['bank-payout']!.row(at).paidOn)).toEqual([20200709, 20200710]);
    const { refusals } = await read('户名,账号,金额,处理标志', '甲,,5,成功');
    expect(refusals[0]!.reason).toContain('缺少“银行回盘”必需的列“交易日期”');
    const { rejects } = await read('户名,账号,金额,处理标志,交易日期', '甲,,5,成功,');
    expect(rejects).toMatchObject([{ kind: 'row', column: '交易日期' }]);
  });

  test('with an unknown result is rejected, its amount unknown', async () => {
    const { rejectedRows, files } = await read(
      '户名,账号,金额,交易日期,处理标志,身份证号',
      `甲,,5,2020-07-08,已代发,${id(1)}\n,,5,2020-07-08,成功,`,
    );
    expect(rejectedRows).toMatchObject([
      { ids: [id(1)], amount: undefined },
      { ids: [], amount: 500 },
    ]);
    expect(files[0]!.unknownWords).toMatchObject([{ field: 'result', word: '已代发', count: 1 }]);
  });
});

describe('a layout of the profile', () => {
  const profile = JSON.stringify({
    layouts: {
      'bank-payout': [
        {
          columns: ['sequence', 'account', 'accountName', '', 'requestedAmount', 'paidOn', '', '', 'result', 'reason'],
          unit: '分',
          success: ['001'],
          returned: ['003'],
        },
      ],
    },
  });
  const text = `1 6228480123456781 张三 CNY 90000 20200708 00 00 001 成功
2 6228480123456782 李四 CNY 90000 20200708 00 00 003 退汇
3 6228480123456783 王五 CNY 12345 20200708 00 00 999 其他
4 6228480123456784 赵六
合计 共4笔 - - 192345 - - - - -`;

  test('reads a file without heading row by position, unit and codes', async () => {
    const result = await readTexts({ 'bank-payout/回盘.txt': text }, { period: '2020Q3', profile: parseCountyProfile(profile) });
    const table = result.tables['bank-payout']!;
    expect(result.refusals).toEqual([]);
    expect([0, 1, 2].map((at) => table.row(at))).toMatchObject([
      {
        sequence: '1',
        requestedAmount: 90000,
        paidAmount: 90000,
        result: '成功',
        paidOn: 20200708,
        reason: '成功',
        address: { row: 1 },
      },
      { result: '退回', paidAmount: 0 },
      { result: '失败', account: { digits: '6228480123456783' } },
    ]);
    expect(result.rejects).toMatchObject([{ column: '金额', address: { row: 4 } }]);
    expect(result.files[0]!.controlTotals).toMatchObject([
      { column: '金额', stated: 192345, summed: 192345 },
      { column: '笔数', stated: 4, summed: 4, overRejectedRows: true },
    ]);
    expect(result.files[0]!.sheets[0]).toMatchObject({ headingRow: 0 });
  });

  test('is not looked at where there is none', async () => {
    const { refusals } = await readTexts({ 'bank-payout/回盘.txt': text }, { period: '2020Q3' });
    expect(refusals[0]!.reason).toContain('没有“银行回盘”的表头行');
  });
});
