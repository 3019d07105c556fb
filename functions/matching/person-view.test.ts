import { describe, expect, it } from 'vitest';
import { type TableTexts, tablesOf, validId } from '../../sample-data/builders.ts';
import type { Cases } from '../../schemas/case.ts';
import type { Day } from '../../schemas/values/day.ts';
import { buildCases } from './build-cases.ts';

const asOf = 20200630 as Day;
const cases = (texts: TableTexts): Cases => buildCases(tablesOf(texts, { asOf }), { asOf, profile: { places: {} } });

const id = validId('230123', '19520101', 1);
const wrongId = `${id.slice(0, 16)}5${id.slice(17)}`;

/** One person on the roster and in the registration, at two places. */
const pair = (roster: object, registration: object = {}) =>
  cases({
    'dibao-roster': [{ name: '张小三', idNumber: id, township: '东风镇', village: '红旗村', ...roster }],
    'poverty-registration': [{ name: '张小三', idNumber: id, township: '西山乡', village: '前进村', ...registration }],
  });

describe('what a case prints', () => {
  it('is the usable id and the name of that row, from whichever source', () => {
    const of = pair({ idNumber: wrongId, name: '张小三（户主）' });
    expect(of.person(0)).toMatchObject({ id, name: '张小三' });
  });

  it('is the first id in source order where none is usable', () => {
    const of = pair({ idNumber: '' }, { idNumber: ' 无 ', township: '东风镇', village: '红旗村', name: '张小三' });
    expect(of.person(0)).toMatchObject({ id: '无', name: '张小三' });
    const bare = cases({ 'dibao-roster': [{ name: '张小三', idNumber: '' }] });
    expect(bare.person(0)).toMatchObject({ id: '', name: '张小三' });
  });

  it('identifies where the printed id has 18 characters, right or wrong', () => {
    expect(pair({ idNumber: '' }).person(0).identified).toBe(true);
    expect(pair({ idNumber: wrongId }, { idNumber: wrongId }).person(0).identified).toBe(true);
    for (const idNumber of ['', '无', '2.30123195201E+17', '十八个字的证件号并不能认出一个人来呀呀']) {
      expect(cases({ 'dibao-roster': [{ name: '张小三', idNumber }] }).person(0).identified).toBe(false);
    }
  });

  it('is the place and head of the first active row of the first source', () => {
    const of = cases({
      'dibao-roster': [
        { idNumber: id, township: '东风镇', village: '一村', headName: '甲', status: '停保' },
        { idNumber: id, township: '东风镇', village: '二村', headName: '乙' },
      ],
      'poverty-registration': [{ idNumber: id, township: '西山乡', village: '前进村' }],
    });
    expect(of.person(0)).toMatchObject({ township: '东风镇', village: '二村', headName: '乙' });
    expect(of.person(0).placed).toMatchObject({ source: 'dibao-roster', index: 1 });
    const ended = pair({ status: '停保' });
    expect(ended.person(0)).toMatchObject({ township: '东风镇', village: '红旗村' });
  });

  it('is no place where only a death is known', () => {
    const of = cases({ 'death-register': [{ name: '张三', idNumber: id }] });
    expect(of.person(0)).toMatchObject({ id, name: '张三', township: '', village: '', headName: '' });
  });
});

describe('row sets on the as-of date', () => {
  const roster = (row: object) => cases({ 'dibao-roster': [{ idNumber: id, ...row }] }).person(0);

  it.each([
    [{}, 1],
    [{ startDate: '2020-06-30' }, 1],
    [{ startDate: '2020-07' }, 0],
    [{ endDate: '2020-06' }, 1],
    [{ endDate: '2020-06-30' }, 0],
    [{ endDate: '2020-05' }, 0],
    [{ status: '停保' }, 0],
    [{ status: '停保', endDate: '2020-09' }, 1],
    [{ covered: '否' }, 0],
    [{ area: '城市' }, 0],
  ])('dibao: %o gives %i', (row, count) => {
    expect(roster(row).dibao).toHaveLength(count);
  });

  it('urban, system, destitute, registered and dead are told apart', () => {
    const of = cases({
      'dibao-roster': [{ idNumber: id, area: '城市' }],
      'assistance-system': [
        { idNumber: id, programme: '特困' },
        { idNumber: id, programme: '城市低保' },
        { idNumber: id, programme: '农村低保', covered: '否' },
      ],
      'poverty-registration': [
        { idNumber: id, status: '边缘' },
        { idNumber: id, status: '已脱贫', householdId: 'P002' },
      ],
      'destitute-roster': [{ idNumber: id }, { idNumber: id, status: '停保' }],
      'death-register': [
        { idNumber: id, deathDate: '2020-07-01' },
        { idNumber: id, deathDate: '2020-06-30' },
      ],
    });
    const person = of.person(0);
    expect(person.urban).toHaveLength(1);
    expect(person.dibao).toHaveLength(0);
    expect(person.system).toHaveLength(2);
    expect(person.destitute.map((row) => row.source)).toEqual(['destitute-roster', 'assistance-system']);
    expect(person.registered).toHaveLength(1);
    expect(person.rows.registration).toHaveLength(2);
    expect(person.dead?.index).toBe(1);
  });

  it('list heads are persons, bank rows are not', () => {
    const of = cases({
      'payment-list': [{ headId: id }],
      'bank-payout': [{ idNumber: id }],
      'dibao-roster': [{ idNumber: id }],
    });
    expect(of.person(of.personOf({ source: 'payment-list', index: 0 })).rows.roster).toHaveLength(1);
    expect(of.personOf({ source: 'bank-payout', index: 0 })).toBe(-1);
  });
});
