import { expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf, messageText } from '../../../sample-data/findings-of.ts';
import { householdSplit } from './household-split.ts';

const ids = [1, 2, 3].map((sequence) => validId(230123, 19600102, sequence));
const names = ['张三', '赵兰', '张小'];
const registered = ids.map((idNumber, at) => ({ idNumber, name: names[at]!, relation: at === 0 ? '户主' : '子女' }));
const inRoster = (at: number, row: RowText<'dibao-roster'> = {}) => ({
  idNumber: ids[at]!,
  name: names[at]!,
  householdId: 'H1',
  ...row,
});

const found = (roster: RowText<'dibao-roster'>[], more: object = {}) =>
  findingsOf(householdSplit, {
    'poverty-registration': registered,
    'dibao-roster': roster,
    'destitute-roster': [],
    'death-register': [],
    ...more,
  });

test('two of three are assisted', () => {
  const [finding] = found([inRoster(0), inRoster(1)]);
  expect(finding).toMatchObject({ severity: 'warning', name: '张三', householdId: 'P001', expected: '3人', actual: '2人' });
  expect(messageText(finding!.message)).toContain('未见纳入的成员：张小');
});

test('a household of one covered person is a notice', () => {
  expect(found([inRoster(0)])).toMatchObject([{ severity: 'notice' }]);
  expect(found([inRoster(0), inRoster(1, { covered: '否' })])).toMatchObject([{ severity: 'notice' }]);
  // The second covered person may be somebody whom the registration does not have.
  const stranger = { idNumber: validId(230123, 19700102, 1), name: '李四', householdId: 'H1' };
  expect(found([inRoster(0), stranger])).toMatchObject([{ severity: 'warning' }]);
});

test('all or none assisted: not found', () => {
  expect(found([0, 1, 2].map((at) => inRoster(at)))).toEqual([]);
  expect(found([{ idNumber: validId(230123, 19700102, 1), name: '李四' }])).toEqual([]);
});

test('members in 特困, dead, or in the roster only as uncovered do not count', () => {
  const two = [inRoster(0), inRoster(1)];
  expect(found(two, { 'destitute-roster': [{ idNumber: ids[2], name: '张小' }] })).toEqual([]);
  expect(found(two, { 'death-register': [{ idNumber: ids[2], name: '张小', deathDate: '2020-01-05' }] })).toEqual([]);
  expect(found([...two, inRoster(2, { covered: '否' })])).toEqual([]);
});

test('a death to come, ended 特困, or a covered row that has ended do count', () => {
  const two = [inRoster(0), inRoster(1)];
  expect(found(two, { 'destitute-roster': [{ idNumber: ids[2], name: '张小', status: '停保' }] })).toHaveLength(1);
  expect(found(two, { 'death-register': [{ idNumber: ids[2], name: '张小', deathDate: '2020-07-05' }] })).toHaveLength(1);
  expect(found([...two, inRoster(2, { status: '停保' })])).toHaveLength(1);
});

test('urban dibao is not rural dibao', () => {
  expect(found([inRoster(0), inRoster(1), inRoster(2, { area: '城市', householdId: 'H2' })])).toHaveLength(1);
});

test('one severity lower without the registers that could explain it, and never below a notice', () => {
  expect(found([inRoster(0), inRoster(1)], { 'death-register': undefined })).toMatchObject([{ severity: 'notice' }]);
  expect(found([inRoster(0)], { 'death-register': undefined })).toMatchObject([{ severity: 'notice' }]);
});
