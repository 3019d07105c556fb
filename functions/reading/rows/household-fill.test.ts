import { describe, expect, test } from 'vitest';
import { validId } from '../../../sample-data/builders.ts';
import { readSheets } from '../../../sample-data/read-sheets.ts';
import { readTexts } from '../../../sample-data/read-texts.ts';

const id = (sequence: number) => validId(230123, 19520101, sequence);

async function readRoster(text: string) {
  const result = await readTexts({ 'dibao-roster/农村低保.csv': text });
  const table = result.tables['dibao-roster']!;
  return { ...result, file: result.files[0]!, rows: Array.from({ length: table.length }, (_, at) => table.row(at)) };
}

const heading = '户编号,户主,户主身份证号,姓名,身份证号,与户主关系,月保障金额,乡镇,村,银行账号,享受时间,停保时间,状态';
const head = (number = '1', name = '张三') =>
  `${number},${name},${id(1)},${name},${id(1)},户主,300,竹帘镇,红旗村,6228480123456789,2019-05,,正常`;

describe('blank household cells', () => {
  test('of a member are those of the household above, and counted', async () => {
    const { rows, file } = await readRoster(`${heading}\n${head()}\n,,,李四,${id(2)},妻,,,,,,,\n\n,,,张小三,${id(3)},,,,,,,,`);
    for (const row of rows) {
      expect(row).toMatchObject({
        householdId: '1',
        headName: '张三',
        headId: { text: id(1) },
        monthlyAmount: 30000,
        township: '竹帘镇',
        village: '红旗村',
        account: { digits: '6228480123456789' },
        startDate: 20190501,
        endDate: undefined,
        status: '在保',
      });
    }
    expect(file.repairs['filled-from-household']).toBe(18);
    expect(rows[1]).toMatchObject({ name: '李四', relation: '妻' });
  });

  test('of a 户主 row are its own', async () => {
    const { rejects } = await readRoster(`${heading}\n${head()}\n,,,李四,${id(2)},户主,,,,,,,`);
    expect(rejects).toMatchObject([{ column: '户主', value: '', reason: '必填项为空' }]);
  });

  test('are not filled from above where the row names a place, or another 户编号', async () => {
    const { rejects } = await readRoster(`${heading}\n${head()}\n,,,李四,${id(2)},妻,,红旗乡,,,,,\n2,,,王五,${id(3)},子,,,,,,,`);
    expect(rejects.map(({ address, column }) => [address.row, column])).toEqual([
      [3, '户主'],
      [4, '户主'],
    ]);
  });

  test('in the first row of a sheet have nothing above', async () => {
    const { rejects, rows } = await readRoster(`${heading}\n,,,李四,${id(2)},妻,,,,,,,\n${head()}`);
    expect(rejects).toHaveLength(1);
    expect(rows).toHaveLength(1);
  });

  test('are filled by the same 户编号 from a row further down, the first that has the value', async () => {
    const { rows } = await readRoster(
      `${heading}\n1,张三,,李四,${id(2)},妻,,竹帘镇,,无,,,\n2,王五,,王五,${id(4)},户主,200,竹帘镇,光明村,,,,\n${head('１')}\n1,张三,,张小,${id(5)},子,999,竹帘镇,远村,,,,`,
    );
    expect(rows[0]).toMatchObject({ monthlyAmount: 30000, village: '红旗村', account: { digits: '', written: '无' } });
    expect(rows[1]).toMatchObject({ monthlyAmount: 20000, account: { digits: '' } });
    expect(rows[3]).toMatchObject({ monthlyAmount: 99900, village: '远村', account: { digits: '6228480123456789' } });
  });

  test('are filled by the same 低保证号 where there is no 户编号', async () => {
    const { rows } = await readRoster(
      `低保证号,户主,姓名,身份证号,与户主关系,保障金,分类施保金,乡镇,村,保障人数,分类
农1,张三,张三,${id(1)},户主,300,20,竹帘镇,红旗村,2,B
农1,张三,李四,${id(2)},妻,,,竹帘镇,,,
农2,王五,王五,${id(3)},户主,100,,竹帘镇,,,`,
    );
    expect(rows[1]).toMatchObject({ monthlyAmount: 32000, village: '红旗村', coveredCount: 2, category: 'B' });
    expect(rows[2]).toMatchObject({ monthlyAmount: 10000, village: '', coveredCount: undefined, category: '' });
  });

  test.each([
    ['names a place', `1,,,李四,${id(2)},妻,,竹帘镇,红旗村,,,,`],
    ['is a 户主', `1,,,李四,${id(2)},户主,,,,,,,`],
    ['stands below another household', `2,王五,,王五,${id(4)},户主,200,竹帘镇,光明村,,,,\n1,,,李四,${id(2)},妻,,,,,,,`],
  ])('whose head a row is of is not found by its 户编号 where the row %s', async (_, lines) => {
    const { rejects } = await readRoster(`${heading}\n${head()}\n${lines}`);
    expect(rejects).toMatchObject([{ column: '户主', value: '', reason: '必填项为空' }]);
  });

  test('a 低保证号 gives its household’s cells, and no 户编号 or head', async () => {
    const { rows, rejects } = await readRoster(
      `户编号,低保证号,户主,户主身份证号,姓名,身份证号,与户主关系,月保障金额,乡镇,村
1,农1,张三,${id(1)},张三,${id(1)},户主,300,竹帘镇,红旗村
,农1,张三,,李四,${id(2)},妻,,,
,农1,,,王五,${id(3)},子,,,`,
    );
    expect(rows[1]).toMatchObject({ householdId: '', headId: { text: '' }, monthlyAmount: 30000, village: '红旗村' });
    expect(rejects).toMatchObject([{ column: '户主', address: { row: 4 } }]);
  });

  test('start, end and status are the person’s own where another household cell is filled', async () => {
    const { rows } = await readRoster(
      `${heading}\n${head()}\n1,,,李四,${id(2)},妻,,,,,,,\n,,,张小,${id(3)},子,,,,,,2020-03,停保\n,,,张大,${id(4)},子,,,,,,,`,
    );
    expect(rows[1]).toMatchObject({ startDate: undefined, endDate: undefined, status: '' });
    // A member's own end is not the household's.
    expect(rows[2]).toMatchObject({ startDate: 20190501, endDate: 20200401, status: '停保' });
    expect(rows[3]).toMatchObject({ startDate: 20190501, endDate: undefined, status: '在保' });
  });

  test('are nobody’s in a sheet without relations', async () => {
    const { rejects } = await readRoster(
      `户编号,户主,姓名,身份证号,月保障金额,乡镇,村\n1,张三,张三,${id(1)},300,竹帘镇,红旗村\n1,,李四,${id(2)},,,`,
    );
    expect(rejects).toHaveLength(1);
  });

  test('of a rejected head still serve its household; the head stays rejected', async () => {
    const { rows, rejects } = await readRoster(`${heading}\n${head().replace('2019-05', '某时')}\n,,,李四,${id(2)},妻,,,,,,,`);
    expect(rejects).toMatchObject([{ column: '享受时间', value: '某时', address: { row: 2 } }]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ headName: '张三', monthlyAmount: 30000, startDate: undefined, address: { row: 3 } });
  });

  test('in the system the programme is the household’s too, the mark is not', async () => {
    const { tables, rejects } = await readTexts({
      'assistance-system/a.csv': `救助类型,户主姓名,姓名,身份证号,与户主关系,月保障金额,乡镇,村,建档立卡标识
农村低保,张三,张三,${id(1)},户主,300,竹帘镇,红旗村,是
,,李四,${id(2)},妻,,,,`,
    });
    expect(rejects).toEqual([]);
    expect(tables['assistance-system']!.row(1)).toMatchObject({ programme: '农村低保', area: '农村', povertyMark: false });
  });

  test('a programme repeated on a member’s row leaves its end and status the household’s', async () => {
    const { tables } = await readTexts({
      'assistance-system/a.csv': `救助类型,户主姓名,姓名,身份证号,与户主关系,月保障金额,乡镇,村,建档立卡标识,截止保障年月,状态
农村低保,张三,张三,${id(1)},户主,300,竹帘镇,红旗村,否,2020-05,停保
农村低保,,李四,${id(2)},妻,,,,否,,`,
    });
    expect(tables['assistance-system']!.row(1)).toMatchObject({ endDate: 20200601, status: '停保' });
  });

  test('an unreadable value is no blank one', async () => {
    const { rows, rejects } = await readRoster(
      `${heading},保障人数\n${head()},2\n,,,李四,${id(2)},妻,,,,,,,,二\n,,,王五,${id(3)},子,x,,,,,,,`,
    );
    expect(rows[1]!.coveredCount).toBeUndefined();
    expect(rejects).toMatchObject([
      { kind: 'value', column: '保障人数', address: { row: 3 } },
      { kind: 'row', column: '月保障金额', address: { row: 4 } },
    ]);
  });

  test('that are merged hold for every row they cover, and nothing is filled', async () => {
    const cells = heading.split(',');
    const { table, report } = await readSheets(
      'dibao-roster',
      [
        {
          rows: [
            cells,
            ['1', '张三', id(1), '张三', id(1), '户主', 300, '竹帘镇', '红旗村', '', '2019-05'],
            [undefined, undefined, undefined, '李四', id(2), '妻', undefined, undefined, undefined, '', '2019-06'],
            ['2', '王五', id(3), '王五', id(3), '户主', 200, undefined, '光明村', '', ''],
          ],
          merges: [0, 1, 2, 6, 8]
            .map((left) => ({ top: 2, bottom: 3, left, right: left }))
            .concat({ top: 2, bottom: 4, left: 7, right: 7 }),
        },
      ],
      { file: '农村低保.xlsx' },
    );
    expect(report.repairs).toEqual({});
    expect(table.row(1)).toMatchObject({ householdId: '1', headName: '张三', monthlyAmount: 30000, startDate: 20190601 });
    expect(table.row(2)).toMatchObject({ township: '竹帘镇', village: '光明村', monthlyAmount: 20000 });
  });
});

describe('a wide household', () => {
  const wide = '户主姓名,户主身份证号,月保障金额,乡镇,村,与户主关系,成员一姓名,成员一身份证号,成员二姓名,成员二身份证号';

  test('is a row for its head and each member, with the household’s fields but the relation', async () => {
    const { rows, file } = await readRoster(
      `${wide}\n张三,${id(1)},300,竹帘镇,红旗村,户主,李四,${id(2)},,\n王五,${id(3)},200,竹帘镇,,户主,,,赵六,`,
    );
    expect(file.rows).toMatchObject({ read: 2, accepted: 2 });
    expect(
      rows.map(({ name, headName, relation, idNumber, address }) => [name, headName, relation, idNumber.text, address.row]),
    ).toEqual([
      ['张三', '张三', '户主', id(1), 2],
      ['李四', '张三', '', id(2), 2],
      ['王五', '王五', '户主', id(3), 3],
      ['赵六', '王五', '', '', 3],
    ]);
    expect(rows[1]).toMatchObject({
      monthlyAmount: 30000,
      township: '竹帘镇',
      village: '红旗村',
      headId: { text: id(1) },
      area: '农村',
    });
  });

  test('names its head once: by the head’s id, or the head’s name without an id', async () => {
    const { rows } = await readRoster(
      `${wide}\n张三,${id(1)},300,竹帘镇,红旗村,,张 三,,张三丰,${id(1)}\n张三,${id(1)},300,竹帘镇,红旗村,,张三,${id(2)},,`,
    );
    expect(rows.map(({ name, idNumber }) => [name, idNumber.text])).toEqual([
      ['张三', id(1)],
      ['张三', id(1)],
      ['张三', id(2)],
    ]);
  });

  test('tells of each member’s cell that nobody can decode', async () => {
    const { rows, file } = await readRoster(
      `${wide}\n张三,${id(1)},300,竹帘镇,红旗村,,李\uFFFD,${id(2)},,\n王五,${id(3)},200,竹帘镇,,,赵六,23\uFFFD,,`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['张三', '李\uFFFD']);
    expect(file.repairs).toMatchObject({ undecodable: 2 });
    expect(file.remarks.join()).toContain('第2行“成员一姓名”、第3行“成员一身份证号”');
  });

  test('with one bad member is rejected whole', async () => {
    const { rows, file, rejectedRows } = await readRoster(
      `${wide}\n张三,${id(1)},300,竹帘镇,红旗村,,李四,${id(2)},,${id(3)}\n王五,${id(4)},x,竹帘镇,,,,,,`,
    );
    expect(rows).toEqual([]);
    expect(file.rows).toMatchObject({ read: 2, accepted: 0, rejected: 2 });
    expect(rejectedRows).toMatchObject([
      { column: '成员二姓名', value: '', reason: '成员有证件号而没有姓名', ids: [id(1), id(2), id(3)] },
      { column: '月保障金额', value: 'x', ids: [id(4)] },
    ]);
  });

  test('may repeat 姓名 and 身份证号 instead; without a heading for the head the first pair is his', async () => {
    const { rows } = await readRoster(
      `姓名,身份证号,姓名,身份证号,姓名,身份证号,月保障金额,乡镇,村\n张三,${id(1)},李四,${id(2)},,,300,竹帘镇,红旗村`,
    );
    expect(rows.map(({ name, headName, headId, idNumber }) => [name, headName, headId.text, idNumber.text])).toEqual([
      ['张三', '张三', id(1), id(1)],
      ['李四', '张三', id(1), id(2)],
    ]);
  });

  test('whose head has a name and no id column takes the id of the member with his name', async () => {
    const { rows } = await readRoster(
      `户主姓名,家庭成员,身份证号,家庭成员,身份证号,月保障金额,乡镇,村\n张三,李四,${id(2)},张三,${id(1)},300,竹帘镇,红旗村`,
    );
    expect(rows.map(({ name, idNumber }) => [name, idNumber.text])).toEqual([
      ['张三', id(1)],
      ['李四', id(2)],
    ]);
  });

  test.each(['家庭成员1,家庭成员1身份证号', '成员姓名1,成员身份证号1', '其他家庭成员姓名1,身份证号1', '姓名1,身份证号码1'])(
    'heads its members %s',
    async (members) => {
      const { rows } = await readRoster(
        `户主姓名,户主身份证号,月保障金额,乡镇,村,${members}\n张三,${id(1)},300,竹帘镇,红旗村,李四,${id(2)}`,
      );
      expect(rows.map(({ name, idNumber }) => [name, idNumber.text])).toEqual([
        ['张三', id(1)],
        ['李四', id(2)],
      ]);
    },
  );
});

describe('one row a household without members', () => {
  test('is the head, whose id is the row’s', async () => {
    const { rows } = await readRoster(`户主姓名,身份证号,月保障金额,乡镇,村\n张三,${id(1)},300,竹帘镇,红旗村`);
    expect(rows[0]).toMatchObject({ name: '张三', headName: '张三', idNumber: { text: id(1) }, headId: { text: id(1) } });
  });

  test('a list of persons that lacks their ids is not taken for one', async () => {
    const { refusals } = await readRoster(`户主姓名,户主身份证号,姓名,月保障金额,乡镇,村\n张三,${id(1)},李四,300,竹帘镇,红旗村`);
    expect(refusals[0]!.reason).toContain('必需的列“身份证号”');
  });
});
