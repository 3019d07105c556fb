import { describe, expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { messageText, runOf } from '../../../sample-data/findings-of.ts';
import { ledgerOnly } from '../agreement/ledger-only.ts';
import { systemOnly } from '../agreement/system-only.ts';
import { assistedNotRegistered } from '../half-year/assisted-not-registered.ts';
import { povertyMarkUnfounded } from '../half-year/poverty-mark-unfounded.ts';
import { registeredNotAssisted } from '../half-year/registered-not-assisted.ts';
import type { AnyRule } from '../rule.ts';
import { sourceGap } from './source-gap.ts';

const gapsOf = (rule: AnyRule, texts: Parameters<typeof runOf>[1]) => {
  const run = runOf([rule, sourceGap], texts);
  return { silent: run.rules[0]!.total === 0, gaps: [...run.ofRule('source-gap')] };
};

const rosterOf = (count: number, row: RowText<'dibao-roster'> = {}) =>
  Array.from({ length: count }, (_, at) => ({
    idNumber: validId(230123, 19600102, at),
    householdId: `H${at}${row.township ?? ''}${row.area ?? ''}`,
    name: `赵${String.fromCodePoint(0x4e00 + at)}`,
    ...row,
  }));
const elsewhere = { idNumber: validId(230123, 19700102, 1), name: '李四', township: '东岗乡', householdId: 'H9' };

describe('a township that the registration leaves out', () => {
  const registration = [{ ...elsewhere, householdId: 'P1' }];

  test('with five households in the roster is reported once, and the people are not', () => {
    const { silent, gaps } = gapsOf(assistedNotRegistered, { 'dibao-roster': rosterOf(5), 'poverty-registration': registration });
    expect(silent).toBe(true);
    expect(gaps).toMatchObject([
      { severity: 'warning', township: '竹帘镇', name: '建档立卡名册', expected: '', actual: '5', sources: [], householdId: '' },
    ]);
    expect(messageText(gaps[0]!.message)).toContain('建档立卡名册中未见竹帘镇的任何一行，而低保台账在该处有5户');
  });

  test('with four households is an absence of people', () => {
    const { silent, gaps } = gapsOf(assistedNotRegistered, { 'dibao-roster': rosterOf(4), 'poverty-registration': registration });
    expect({ silent, gaps }).toEqual({ silent: false, gaps: [] });
  });

  test('five rows of one household are one household', () => {
    const roster = rosterOf(5).map((row) => ({ ...row, householdId: 'H1' }));
    expect(gapsOf(assistedNotRegistered, { 'dibao-roster': roster, 'poverty-registration': registration }).silent).toBe(false);
  });

  test('a single registered row there, even 边缘 or of another spelling, makes it an absence', () => {
    const there = { idNumber: validId(230123, 19700102, 2), name: '王五', township: '竹帘', status: '边缘' };
    const texts = { 'dibao-roster': rosterOf(5), 'poverty-registration': [...registration, there] };
    expect(gapsOf(assistedNotRegistered, texts)).toMatchObject({ silent: false, gaps: [] });
  });

  test('is not reported where no rule was silenced', () => {
    const roster = rosterOf(5).map((row) => ({ ...row, status: '停保' }));
    expect(gapsOf(assistedNotRegistered, { 'dibao-roster': roster, 'poverty-registration': registration }).gaps).toEqual([]);
  });

  test('spellings of one township are one gap', () => {
    const roster = rosterOf(6).map((row, at) => ({ ...row, township: at % 2 === 0 ? '竹帘镇' : '竹帘' }));
    const { gaps } = gapsOf(assistedNotRegistered, { 'dibao-roster': roster, 'poverty-registration': registration });
    expect(gaps).toMatchObject([{ township: '竹帘', actual: '6' }]);
  });
});

describe('an area', () => {
  const systemOf = (count: number, row: RowText<'assistance-system'>) =>
    Array.from({ length: count }, (_, at) => ({
      idNumber: validId(230123, 19800102, at),
      householdId: `S${at}${row.township ?? ''}${row.programme ?? ''}`,
      ...row,
    }));

  test('that the system leaves out is reported once, without its townships', () => {
    const roster = [...rosterOf(3, { area: '城市' }), ...rosterOf(3, { area: '城市', township: '东岗乡' })];
    const texts = { 'dibao-roster': roster, 'assistance-system': systemOf(1, { programme: '农村低保', township: '西乡' }) };
    const { silent, gaps } = gapsOf(ledgerOnly, texts);
    expect(silent).toBe(true);
    expect(gaps).toMatchObject([{ township: '', name: '救助系统数据', expected: '城市', actual: '6' }]);
  });

  test('of the registration is 农村 where the roster has none', () => {
    const registration = Array.from({ length: 5 }, (_, at) => ({
      idNumber: validId(230123, 19800102, at),
      householdId: `P${at}`,
      status: '未脱贫',
    }));
    const texts = { 'dibao-roster': rosterOf(1, { area: '城市' }), 'poverty-registration': registration };
    expect(gapsOf(registeredNotAssisted, texts)).toMatchObject({ silent: true, gaps: [{ expected: '农村', actual: '5' }] });
  });

  test('is not tested where the registration is the missing one', () => {
    const urban = systemOf(5, { programme: '城市低保', povertyMark: '是' });
    const there = [{ idNumber: validId(230123, 19700102, 2), name: '王五' }];
    const texts = { 'assistance-system': urban, 'poverty-registration': there };
    expect(gapsOf(povertyMarkUnfounded, texts)).toMatchObject({ silent: false, gaps: [] });
  });

  test('is none for 特困 of the system: only townships', () => {
    const destitute = systemOf(5, { programme: '特困' });
    const there = rosterOf(1, { area: '城市' });
    const rural = systemOf(1, { programme: '农村低保' });
    const texts = { 'assistance-system': [...destitute, ...rural], 'dibao-roster': there };
    // Six households of the system in the township, but only one of them in the countryside.
    expect(gapsOf(systemOnly, texts)).toMatchObject({ silent: false, gaps: [] });
  });
});
