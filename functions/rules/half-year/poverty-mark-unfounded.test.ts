import { expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf } from '../../../sample-data/findings-of.ts';
import { povertyMarkUnfounded } from './poverty-mark-unfounded.ts';

const idNumber = validId(230123, 19600102, 1);
const marked: RowText<'assistance-system'> = { idNumber, povertyMark: '是' };

const found = (system: RowText<'assistance-system'>[], registration: RowText<'poverty-registration'>[] = []) =>
  findingsOf(povertyMarkUnfounded, {
    'poverty-registration': [{ idNumber: validId(230123, 19700102, 1), name: '李四' }, ...registration],
    'assistance-system': system,
  });

test('marked in any programme and not registered', () => {
  expect(found([marked])).toMatchObject([{ severity: 'error', name: '张三', expected: '否', actual: '是' }]);
  expect(found([{ ...marked, programme: '特困' }])).toHaveLength(1);
  expect(found([marked], [{ idNumber, status: '边缘' }])).toHaveLength(1);
});

test('registered, not marked, uncovered or ended: not found', () => {
  expect(found([marked], [{ idNumber }])).toEqual([]);
  expect(found([{ idNumber, povertyMark: '否' }])).toEqual([]);
  expect(found([{ ...marked, covered: '否' }])).toEqual([]);
  expect(found([{ ...marked, endDate: '2020-05' }])).toEqual([]);
});

test('one finding a person, though two rows are marked', () => {
  const [finding, ...more] = found([marked, { ...marked, programme: '特困' }]);
  expect(more).toEqual([]);
  expect(finding!.sources.map(({ row }) => row)).toEqual([2, 3]);
});
