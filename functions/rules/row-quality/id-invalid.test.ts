import { expect, test } from 'vitest';
import { validId } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { idInvalid } from './id-invalid.ts';

const idNumber = validId(230123, 19600102, 101);
const wrongCheck = idNumber.slice(0, 17) + (idNumber.endsWith('1') ? '2' : '1');
const inRoster = (id: string) => findingsOf(idInvalid, { 'dibao-roster': [{ idNumber: id }] });

test.each([
  ['校验码不符', wrongCheck],
  ['出生日期不符', validId(230123, 19600231, 1)],
  ['出生日期不符', validId(230123, 20200701, 1)],
  ['格式不符', '2301231960010'],
  ['格式不符', '111111111111111111'],
  ['末几位疑似被表格改写', '2.30123E+17'],
])('%s: %s', (actual, id) => {
  const [finding] = inRoster(id);
  expect(finding).toMatchObject({ severity: 'warning', name: '张三', idNumber: id, actual });
  expect(finding!.message).toContainEqual({ kind: 'id', text: id });
});

test('a usable id, also written in another form, and a missing one: not found', () => {
  expect(inRoster(idNumber)).toEqual([]);
  expect(inRoster(` ${idNumber}`)).toEqual([]);
  expect(inRoster('230123600102101')).toEqual([]);
  expect(inRoster('')).toEqual([]);
});

test('the id of another person in the row is not its own', () => {
  expect(findingsOf(idInvalid, { 'dibao-roster': [{ idNumber, headId: wrongCheck }] })).toEqual([]);
});

test('a payment list is about the head, a bank file about the id that it gives', () => {
  const list = [{ headId: wrongCheck, headName: '李四' }];
  expect(findingsOf(idInvalid, { 'payment-list': list }, { period: '2020Q3' })).toMatchObject([{ name: '李四' }]);
  const bank = [{ idNumber: wrongCheck, accountName: '王五' }, { accountName: '赵六' }];
  const [finding, ...more] = findingsOf(idInvalid, { 'payment-list': [{ headId: idNumber }], 'bank-payout': bank });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ name: '王五', account: '', matchBasis: '' });
});

test('every row of a person is its own finding, with a running number in its id where nothing else tells them apart', () => {
  const row = { idNumber: wrongCheck, householdId: 'H1' };
  const findings = findingsOf(idInvalid, { 'dibao-roster': [row, row, { ...row, householdId: 'H2' }] });
  expect(findings.map(({ sources }) => sources[0]!.row)).toEqual([2, 3, 4]);
  expect(new Set(findings.map(({ findingId }) => findingId)).size).toBe(3);
  expect(messageText(findings[0]!.message)).toBe(`张三的证件号${wrongCheck}疑似有误：校验码不符，请核对身份证件后更正。`);
});
