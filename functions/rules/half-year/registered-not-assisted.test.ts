import { describe, expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf, messageText, runOf } from '../../../sample-data/findings-of.ts';
import type { Fen } from '../../../schemas/values/money.ts';
import { registeredNotAssisted } from './registered-not-assisted.ts';

const idNumber = validId(230123, 19600102, 1);
const standard = { profile: { ruralStandard: { 2020: 420000 as Fen } } };
const others = {
  'dibao-roster': [{ idNumber: validId(230123, 19700102, 1), name: '李四', headName: '李四', householdId: 'H9' }],
  'destitute-roster': [],
  'death-register': [],
};

const found = (row: RowText<'poverty-registration'>, more: object = {}, setting = standard) =>
  findingsOf(registeredNotAssisted, { ...others, 'poverty-registration': [{ idNumber, ...row }], ...more }, setting);

describe('a registered person whom nobody assists is reported', () => {
  test('where poor', () => {
    expect(found({ status: '未脱贫' })).toMatchObject([
      { severity: 'warning', expected: '有', actual: '无', householdId: 'P001' },
    ]);
    expect(found({ status: '返贫' })).toHaveLength(1);
  });

  test('where the income is below the standard of the year', () => {
    expect(found({ perCapitaIncome: '4199.99' })).toMatchObject([{ severity: 'warning' }]);
  });

  test('where watched and at risk', () => {
    expect(found({ monitorType: '脱贫不稳定户' })).toMatchObject([{ severity: 'warning' }]);
    expect(found({ monitorType: '脱贫不稳定户', riskCleared: '否' })).toHaveLength(1);
  });

  test('as an error where poor and below the standard, with both reasons', () => {
    const [finding] = found({ status: '未脱贫', perCapitaIncome: '3000' });
    expect(finding).toMatchObject({ severity: 'error' });
    expect(messageText(finding!.message)).toContain('（脱贫属性为未脱贫，人均纯收入3000.00元低于农村低保标准4200.00元）');
  });
});

describe('not found', () => {
  test('without any sign of need', () => {
    expect(found({ status: '已脱贫' })).toEqual([]);
    expect(found({ perCapitaIncome: '4200' })).toEqual([]);
    expect(found({ perCapitaIncome: '0' })).toEqual([]);
    expect(found({ monitorType: '脱贫不稳定户', riskCleared: '是' })).toEqual([]);
    for (const monitorType of ['', '无', ' 否 ']) expect(found({ monitorType })).toEqual([]);
  });

  test('on the watch list only', () => expect(found({ status: '边缘', perCapitaIncome: '100' })).toEqual([]));

  test('with rural or urban dibao, or as 特困 in either source', () => {
    const poor = { status: '未脱贫' };
    const roster = (row: object) => ({ 'dibao-roster': [...others['dibao-roster'], { idNumber, ...row }] });
    expect(found(poor, roster({ area: '农村' }))).toEqual([]);
    expect(found(poor, roster({ area: '城市' }))).toEqual([]);
    expect(found(poor, { 'destitute-roster': [{ idNumber }] })).toEqual([]);
    expect(found(poor, { 'assistance-system': [{ idNumber, programme: '特困' }] })).toEqual([]);
    expect(found(poor, roster({ covered: '否' }))).toHaveLength(1);
    expect(found(poor, { 'assistance-system': [{ idNumber, programme: '农村低保' }] })).toHaveLength(1);
  });

  test('dead by the as-of date', () => {
    expect(found({ status: '未脱贫' }, { 'death-register': [{ idNumber, deathDate: '2020-06-30' }] })).toEqual([]);
    expect(found({ status: '未脱贫' }, { 'death-register': [{ idNumber, deathDate: '2020-07-01' }] })).toHaveLength(1);
  });
});

test('the lowest income above 0 counts among several rows', () => {
  const rows = ['5000', '0', '4000'].map((perCapitaIncome) => ({ idNumber, perCapitaIncome }));
  expect(found({}, { 'poverty-registration': rows })).toHaveLength(1);
});

test('without a standard for the year income says nothing, and the summary says so', () => {
  const setting = { profile: { ruralStandard: { 2019: 420000 as Fen } } };
  expect(found({ perCapitaIncome: '100' }, {}, setting as never)).toEqual([]);
  expect(found({ status: '未脱贫', perCapitaIncome: '100' }, {}, setting as never)).toMatchObject([{ severity: 'warning' }]);
  const run = runOf([registeredNotAssisted], { ...others, 'poverty-registration': [] }, setting as never);
  expect(run.rules[0]!.caveat).toContain('2020年农村低保标准');
});

test('one severity lower, once, where 特困 and deaths are not at hand, and both are named', () => {
  const absent = { 'destitute-roster': undefined, 'death-register': undefined };
  const [error] = found({ status: '未脱贫', perCapitaIncome: '3000' }, absent as never);
  expect(error).toMatchObject({ severity: 'warning' });
  expect(messageText(error!.message)).toMatch(/未提供特困名册，未能排除特困供养人员。未提供死亡火化名册，未能排除/);
  expect(found({ status: '未脱贫' }, absent as never)).toMatchObject([{ severity: 'notice' }]);
});

test('特困 rows of the system stand in for a 特困 roster', () => {
  const system = [{ idNumber: validId(230123, 19800102, 1), programme: '特困' }];
  const more = { 'destitute-roster': undefined, 'assistance-system': system };
  expect(found({ status: '未脱贫' }, more as never)).toMatchObject([{ severity: 'warning' }]);
});
