import { expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf } from '../../../sample-data/findings-of.ts';
import { remarkContradictsStatus } from './remark-contradicts-status.ts';

const idNumber = validId(230123, 19600102, 1);
const found = (row: RowText<'dibao-roster'>) => findingsOf(remarkContradictsStatus, { 'dibao-roster': [{ idNumber, ...row }] });

test.each(['已故', '死亡', '去世', '停保', '停发', '退保', '迁出'])('a remark with %s', (word) => {
  expect(found({ remark: `2020年5月 ${word}，待办` })).toMatchObject([{ severity: 'notice', expected: '在保', actual: word }]);
});

test('the bracketed tail of the name, words of the system, urban rows', () => {
  expect(found({ name: '张三（已故）' })).toMatchObject([{ name: '张三（已故）', actual: '已故' }]);
  expect(found({ remark: '去 世', area: '城市' })).toHaveLength(1);
  const system = [{ idNumber, remark: '迁出', programme: '特困' }];
  expect(findingsOf(remarkContradictsStatus, { 'assistance-system': system })).toHaveLength(1);
});

test('other remarks, an ended or uncovered row: not found', () => {
  expect(found({ remark: '重病' })).toEqual([]);
  expect(found({ name: '张三（户主）' })).toEqual([]);
  expect(found({ remark: '已故', status: '停保' })).toEqual([]);
  expect(found({ remark: '已故', covered: '否' })).toEqual([]);
  expect(found({ remark: '已故', startDate: '2020-08' })).toEqual([]);
});

test('a row marked 停保 that still runs is active', () => {
  expect(found({ remark: '停保', status: '停保', endDate: '2020-08-01' })).toHaveLength(1);
});

test('a word in the name itself is a name', () => expect(found({ name: '迁出' })).toEqual([]));
