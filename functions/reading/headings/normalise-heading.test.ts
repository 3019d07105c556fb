import { describe, expect, test } from 'vitest';
import { base, rowsOf } from '../../../sample-data/one-roster.ts';
import { normaliseHeading } from './normalise-heading.ts';

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
