import { describe, expect, test } from 'vitest';
import { validId } from '../../sample-data/builders.ts';
import { readTexts } from '../../sample-data/read-texts.ts';

const id = validId(230123, 19520101, 17);
const headings = ['城乡类别', '户主姓名', '姓名', '身份证号', '月保障金额', '乡镇', '村'];
const base = `${headings.join(',')}\n农村,张三,张三,${id},300,竹帘镇,红旗村`;

describe('a file directly in the period’s folder', () => {
  test('is of the source whose columns it has', async () => {
    const result = await readTexts({
      'a.csv': base,
      'b.csv': `姓名,身份证件号码,死亡日期\n张三,${id},2020-01-01`,
      'c.csv': `救助类型,户主姓名,姓名,身份证号,月保障金额,乡镇,村,建档立卡标识\n农村低保,张三,张三,${id},300,竹帘镇,红旗村,否`,
    });
    expect(result.refusals).toEqual([]);
    expect(result.files.map(({ file, source }) => [file, source])).toEqual([
      ['a.csv', 'dibao-roster'],
      ['c.csv', 'assistance-system'],
      ['b.csv', 'death-register'],
    ]);
  });

  test.each([
    ['a registration without 脱贫属性', '乡镇,行政村,户编号,姓名,证件号码,贫困户属性', '建档立卡名册（缺少 脱贫属性）'],
    ['a roster without 村', headings.filter((heading) => heading !== '村').join(','), '低保台账（缺少 村）'],
  ])('is refused where it is %s: a plain list of persons would accuse them', async (_, heading, nearest) => {
    const { refusals, files } = await readTexts({ 'a.csv': `${heading}\n${'1,'.repeat(heading.split(',').length - 1)}1` });
    expect(files).toEqual([]);
    expect(refusals[0]!.reason).toContain('表头像是另一来源而缺少一列。看到的表头：');
    expect(refusals[0]!.reason).toContain(nearest);
  });

  test.each([
    ['destitute-roster', '乡镇,村,姓名,身份证号,供养方式'],
    ['exclusion-register', '乡镇,姓名,身份证号,类别,详情'],
    ['dibao-roster', `${headings.join(',')},是否建档立卡`],
  ])('is of %s where that is all that fits', async (source, heading) => {
    const { refusals, files } = await readTexts({ 'a.csv': heading });
    expect(refusals.filter(({ file }) => file !== '')).toEqual([]);
    expect(files.map((file) => file.source)).toEqual([source]);
  });

  test('is refused where no source fits, with what came nearest', async () => {
    const { refusals } = await readTexts({ 'a.csv': '乡镇,村,姓名\n竹帘镇,红旗村,张三' });
    expect(refusals[0]!.reason).toContain('表头不符合任何来源。看到的表头：乡镇、村、姓名');
    expect(refusals[0]!.reason).toContain('最接近的来源');
  });
});
