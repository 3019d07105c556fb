import { expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf, messageText, runOf } from '../../../sample-data/findings-of.ts';
import { deceasedAssisted } from './deceased-assisted.ts';

const idNumber = validId(230123, 19600102, 101);

const found = (deaths: RowText<'death-register'>[], roster: RowText<'dibao-roster'> = {}) =>
  findingsOf(deceasedAssisted, { 'dibao-roster': [{ idNumber, ...roster }], 'death-register': deaths });

test('dead before the month of the as-of date and still assisted, rural or urban', () => {
  const [finding] = found([{ idNumber, deathDate: '2020-05-31' }]);
  expect(finding).toMatchObject({ severity: 'error', expected: '2020-05-31', actual: '在保' });
  expect(messageText(finding!.message)).toContain('张三于2020-05-31死亡');
  expect(found([{ idNumber }], { area: '城市' })).toHaveLength(1);
});

test('a death in the month of the as-of date is a notice', () => {
  expect(found([{ idNumber, deathDate: '2020-06-01' }])).toMatchObject([{ severity: 'notice' }]);
  expect(found([{ idNumber, deathDate: '2019-06-15' }])).toMatchObject([{ severity: 'error' }]);
});

test('the earliest of several death dates counts', () => {
  const deaths = [
    { idNumber, deathDate: '2020-06-10' },
    { idNumber, deathDate: '2020-03-10' },
  ];
  expect(found(deaths)).toMatchObject([{ severity: 'error', expected: '2020-03-10' }]);
});

test('a death under another id that was only joined is a warning', () => {
  const near = `${idNumber.slice(0, 16)}9${idNumber.slice(17)}`;
  expect(found([{ idNumber: near }])).toMatchObject([{ severity: 'warning', matchBasis: 'near-id' }]);
  expect(found([{ idNumber: near, deathDate: '2020-06-02' }])).toMatchObject([{ severity: 'notice' }]);
});

test('dead after the as-of date, another person, or no longer assisted: not found', () => {
  expect(found([{ idNumber, deathDate: '2020-07-01' }])).toEqual([]);
  expect(found([{ idNumber: validId(230123, 19700102, 1) }])).toEqual([]);
  expect(found([{ idNumber }], { status: '停保' })).toEqual([]);
  expect(found([{ idNumber }], { covered: '否' })).toEqual([]);
});

test('not run without a death register', () => {
  const run = runOf([deceasedAssisted], { 'dibao-roster': [{ idNumber }] });
  expect(run.rules).toEqual([]);
  expect(run.notRun).toMatchObject([{ reason: '未提供死亡火化名册，本项未核对' }]);
});
