import { describe, expect, test } from 'vitest';
import { validId } from '../../../sample-data/builders.ts';
import { readSheets } from '../../../sample-data/read-sheets.ts';
import { readTexts } from '../../../sample-data/read-texts.ts';
import { parseCountyProfile } from '../../../schemas/county-profile.ts';

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
    ['money finer than a fen', row({ amount: '1.234' }), '月保障金额', '1.234', '有不足一分的小数'],
    ['more money than a list can have', row({ amount: '10000000000' }), '月保障金额', '10000000000', '金额达到一百亿元'],
    ['an unknown choice', row({ area: '牧区' }), '城乡类别', '牧区', '不在可识别的取值中（城市、农村）'],
    ['the first bad column from the left', row({ area: '牧区', head: '', amount: 'x' }), '城乡类别', '牧区', '不在'],
    ['a quote that nothing closes', row({ id: `"${id(1)}` }), '身份证号', `"${id(1)}`, '引号不成对，证件号无法读取'],
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
    ['as much money as a list can have', row({ amount: '9999999999.99' })],
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

  test('for more money than a list can have, whatever the unit of its heading', async () => {
    const inUnit = headings.replace('月保障金额', '月保障金额（万元）');
    const { rejects, file } = await readRoster(`${inUnit}\n${row({ amount: '1000000' })}\n${row({ amount: '999999' })}`);
    expect(rejects).toMatchObject([{ value: '1000000', address: { row: 2 }, reason: '金额达到一百亿元，请核对数字和单位' }]);
    expect(file.rows).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
  });

  test('and what is still readable of it is kept', async () => {
    const { rejectedRows } = await readRoster(
      `${headings},户主身份证号,户编号,低保证号\n${row({ amount: 'x', id: id(2) })},${id(3)},　A 1,Ｃ2`,
    );
    expect(rejectedRows).toMatchObject([
      { ids: [id(2), id(3)], householdKeys: ['A1', 'C2'], headOfHousehold: '', amount: undefined },
    ]);
  });

  test('its head among it, where its household has no number: by the head’s id, or as the 户主 row', async () => {
    const { rejectedRows } = await readRoster(
      `${headings},户主身份证号,与户主关系\n${row({ amount: 'x', id: id(2) })},${id(3)},长子\n${row({ amount: 'x', id: id(4) })},,户主\n${row({ amount: 'x', id: id(5) })},,长子`,
    );
    expect(rejectedRows.map(({ headOfHousehold }) => headOfHousehold)).toEqual([id(3), id(4), '']);
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

  test('repairs of days, counts and words are counted too, each time', async () => {
    const { file, rows } = await readRoster(
      `${headings},最近复核日期,保障人数,是否保障对象,状态\n${`${row()},２０２０-５-３ 10:20,2 ,１, 在保\n`.repeat(2)}${row()},2020年5月3日,2,1,在保`,
    );
    expect(rows[1]).toMatchObject({ lastReview: 20200503, coveredCount: 2, covered: true, status: '在保' });
    expect(file.repairs).toEqual({ 'full-width': 4, space: 4 });
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

  test('an id in a column of words is counted among the unknown ones, and not shown', async () => {
    const { file } = await readRoster(`${headings},状态\n${row()},${id(3)}\n${row()},${id(4)}`);
    expect(file.unknownWords).toEqual([{ field: 'status', word: '（像证件号或账号，不显示）', count: 2, profileLine: '' }]);
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

describe('a row that only begins like a total or a note', () => {
  test('is data: a village named 合计村, a person under 说明', async () => {
    const { file } = await readRoster(`备注,${headings}\n合计村人,${row()}\n说明,${row()}`);
    expect(file.rows).toMatchObject({ read: 2, accepted: 2, total: 0, note: 0 });
  });
});
