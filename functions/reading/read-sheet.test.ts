import { describe, expect, test } from 'vitest';
import { headings, id, other, row } from '../../sample-data/one-roster.ts';
import { readSheets } from '../../sample-data/read-sheets.ts';
import { readTexts } from '../../sample-data/read-texts.ts';

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
