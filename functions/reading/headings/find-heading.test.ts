import { describe, expect, test } from 'vitest';
import { base, headings, id, other, row, rowsOf } from '../../../sample-data/one-roster.ts';
import { readSheets } from '../../../sample-data/read-sheets.ts';
import { readTexts } from '../../../sample-data/read-texts.ts';

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
