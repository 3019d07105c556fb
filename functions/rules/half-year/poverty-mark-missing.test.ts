import { expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf, runOf } from '../../../sample-data/findings-of.ts';
import { povertyMarkMissing } from './poverty-mark-missing.ts';

const idNumber = validId(230123, 19600102, 1);
const registration = [{ idNumber }];
const somebodyMarked: RowText<'assistance-system'> = { idNumber: validId(230123, 19700102, 1), name: '李四', povertyMark: '是' };

const found = (system: RowText<'assistance-system'>[], rows: RowText<'poverty-registration'>[] = registration) =>
  findingsOf(povertyMarkMissing, { 'poverty-registration': rows, 'assistance-system': [somebodyMarked, ...system] });

test('registered and in the system without a mark, also a blank one', () => {
  expect(found([{ idNumber }])).toMatchObject([{ severity: 'error', name: '张三', expected: '是', actual: '否' }]);
  expect(found([{ idNumber, povertyMark: '' }])).toHaveLength(1);
});

test('a marked row of any programme, no registration, or no active covered system row: not found', () => {
  expect(found([{ idNumber, povertyMark: '是' }])).toEqual([]);
  expect(found([{ idNumber }, { idNumber, programme: '特困', povertyMark: '是' }])).toEqual([]);
  expect(found([{ idNumber }], [{ idNumber, status: '边缘' }])).toEqual([]);
  expect(found([{ idNumber }], [])).toEqual([]);
  expect(found([])).toEqual([]);
  expect(found([{ idNumber, covered: '否' }])).toEqual([]);
  expect(found([{ idNumber, status: '停保' }])).toEqual([]);
});

test('a programme without any mark is not run, and said; the others are', () => {
  const other = validId(230123, 19800102, 1);
  const run = runOf([povertyMarkMissing], {
    'poverty-registration': [...registration, { idNumber: other, name: '王五' }],
    'assistance-system': [somebodyMarked, { idNumber }, { idNumber: other, name: '王五', programme: '特困' }],
  });
  expect([...run.ofRule('poverty-mark-missing')].map(({ name }) => name)).toEqual(['张三']);
  expect(run.notRun).toMatchObject([{ rule: 'poverty-mark-missing', reason: '标识列全空（特困）' }]);
});

test('a marked row that has ended still shows that the programme is marked', () => {
  const ended = { ...somebodyMarked, status: '停保' };
  const texts = { 'poverty-registration': registration, 'assistance-system': [ended, { idNumber }] };
  expect(findingsOf(povertyMarkMissing, texts)).toHaveLength(1);
});

test('with no mark at all the rule is not run, never zero', () => {
  const run = runOf([povertyMarkMissing], { 'poverty-registration': registration, 'assistance-system': [{ idNumber }] });
  expect(run.rules).toEqual([]);
  expect(run.notRun).toMatchObject([{ rule: 'poverty-mark-missing', reason: '标识列全空（农村低保）' }]);
});

test('not run without the system', () => {
  const run = runOf([povertyMarkMissing], { 'poverty-registration': registration });
  expect(run.rules).toEqual([]);
  expect(run.notRun).toMatchObject([{ reason: '未提供救助系统数据，本项未核对' }]);
});
