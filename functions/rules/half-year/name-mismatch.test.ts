import { expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { nameMismatch } from './name-mismatch.ts';

const idNumber = validId(230123, 19600102, 1);

const found = (roster: string, registration: string, more: object = {}) =>
  findingsOf(nameMismatch, {
    'dibao-roster': [{ idNumber, name: roster }],
    'poverty-registration': [{ idNumber, name: registration }],
    ...more,
  });

test('two names under one id', () => {
  const [finding] = found('王大伟', '王小伟');
  expect(finding).toMatchObject({ severity: 'error', expected: '王大伟', actual: '王小伟', idNumber });
  expect(messageText(finding!.message)).toContain(`同一证件号${idNumber}下的姓名王大伟与王小伟不符`);
  expect(finding!.message).toContainEqual({ kind: 'name', text: '王小伟' });
});

test('names that agree are not found', () => {
  expect(found('王大伟', '王大伟（已故）')).toEqual([]);
  expect(found('王大伟', ' 王 大 伟')).toEqual([]);
  expect(found('王大伟', '王?伟')).toEqual([]);
  expect(found('买买提·艾力', '买买提艾力')).toEqual([]);
});

test('a first letter that many write in two ways is a warning, unless another name differs in earnest', () => {
  expect(found('闫大伟', '阎大伟')).toMatchObject([{ severity: 'warning' }]);
  const third = { 'death-register': [{ idNumber, name: '李四' }] };
  expect(found('闫大伟', '阎大伟', third)).toMatchObject([{ severity: 'error' }]);
  expect(found('闫大伟', '阎小伟')).toMatchObject([{ severity: 'error' }]);
});

test('names under two ids are no mismatch', () => {
  const other = [{ idNumber: validId(230123, 19600102, 2), name: '王小伟' }];
  expect(found('王大伟', '王大伟', { 'poverty-registration': other })).toEqual([]);
});

test('a wrong check digit identifies all the same; rows without an id do not', () => {
  const wrong = idNumber.slice(0, 17) + (idNumber.endsWith('1') ? '2' : '1');
  const rows = (id: string): RowText<'poverty-registration'>[] => [
    { idNumber: id, name: '王小伟' },
    { idNumber: id, name: '李四', householdId: 'P2' },
  ];
  expect(found('张三', '张三', { 'poverty-registration': rows(wrong) })).toHaveLength(1);
  expect(found('张三', '张三', { 'poverty-registration': rows('') })).toEqual([]);
});

test('one finding a person, though many names differ', () => {
  const names = ['甲一', '乙二', '丙三'].map((name, at) => ({ idNumber, name, householdId: `P${at}` }));
  expect(found('张三', '张三', { 'poverty-registration': names })).toHaveLength(1);
});
