import { describe, expect, test } from 'vitest';
import { readSheets } from '../../../sample-data/read-sheets.ts';
import { readTexts } from '../../../sample-data/read-texts.ts';

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
});
