import { expect, test } from 'vitest';
import { validId } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { idSuspect } from './id-suspect.ts';

const idNumber = validId(230123, 19600102, 101);

const found = (registeredId: string, name = '张三', place = {}) =>
  findingsOf(idSuspect, {
    'dibao-roster': [{ idNumber }],
    'poverty-registration': [{ idNumber: registeredId, name, ...place }],
  });

const substituted = `${idNumber.slice(0, 16)}9${idNumber.slice(17)}`;

test('an id that differs in one character', () => {
  const [finding] = found(substituted);
  expect(finding).toMatchObject({ severity: 'error', idNumber, expected: idNumber, actual: substituted, matchBasis: 'near-id' });
  expect(finding!.message).toContainEqual({ kind: 'id', text: substituted });
});

test('digits that a spreadsheet lost', () => {
  expect(found(`${idNumber.slice(0, 15)}000`)).toMatchObject([{ severity: 'error', matchBasis: 'lost-digits' }]);
});

test('no id, same name and village', () => {
  const [finding] = found('');
  expect(finding).toMatchObject({ severity: 'error', matchBasis: 'no-id', actual: '无证件号' });
  expect(messageText(finding!.message)).toContain('一方没有有效证件号');
});

test('no id anywhere: the message says so, not that the ids differ', () => {
  const sources = { 'dibao-roster': [{ idNumber: '' }], 'poverty-registration': [{ idNumber: '' }] };
  const [finding] = findingsOf(idSuspect, sources);
  expect(finding).toMatchObject({ matchBasis: 'no-id', idNumber: '', expected: '无证件号', actual: '无证件号' });
  expect(messageText(finding!.message)).toContain('张三在各名册中都没有证件号');
});

test('same id, another name, another village, or two characters apart: not found', () => {
  expect(found(idNumber)).toEqual([]);
  expect(found(substituted, '李四')).toEqual([]);
  expect(found('', '张三', { village: '别村' })).toEqual([]);
  expect(found(`${idNumber.slice(0, 15)}99${idNumber.slice(17)}`)).toEqual([]);
});
