import { describe, expect, test } from 'vitest';
import { base, headings, id, other, row, rowsOf } from '../../../sample-data/one-roster.ts';
import { readTexts } from '../../../sample-data/read-texts.ts';
import { parseCountyProfile } from '../../../schemas/county-profile.ts';

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
