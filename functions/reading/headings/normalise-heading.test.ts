import { describe, expect, test } from 'vitest';
import { validId } from '../../../sample-data/builders.ts';
import { readTexts } from '../../../sample-data/read-texts.ts';
import { normaliseHeading } from './normalise-heading.ts';

const id = validId(230123, 19520101, 17);
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
