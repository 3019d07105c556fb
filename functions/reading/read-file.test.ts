import { describe, expect, test } from 'vitest';
import { validId } from '../../sample-data/builders.ts';
import { readTexts } from '../../sample-data/read-texts.ts';
import { parseCountyProfile } from '../../schemas/county-profile.ts';

const id = validId(230123, 19520101, 1);

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

  test('with an unknown result is rejected, its amount what was asked for; a failed one’s is nothing', async () => {
    const { rejectedRows, files } = await read(
      '户名,账号,金额,交易日期,处理标志,身份证号',
      `甲,,5,2020-07-08,已代发,${id}\n,,5,2020-07-08,成功,\n,,5,2020-07-08,失败,`,
    );
    expect(rejectedRows).toMatchObject([
      { ids: [id], amount: 500 },
      { ids: [], amount: 500 },
      { ids: [], amount: undefined },
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
