import { expect, test } from 'vitest';
import { type TableTexts, tablesOf, validId } from '../../sample-data/builders.ts';
import { householdBits, householdSigns } from '../../schemas/signs.ts';
import type { Day } from '../../schemas/values/day.ts';
import { buildCases } from './build-cases.ts';

const asOf = 20200701 as Day;
const idNumber = validId('230123', '19520101', 1);
const otherId = validId('230123', '19550505', 22);
const row = { householdId: 'A', idNumber, status: '停保', endDate: '2020-12' };

function signsOf(texts: TableTexts): readonly string[] {
  const cases = buildCases(tablesOf(texts, { asOf }), { asOf, profile: { places: {} } });
  expect(cases.householdCount).toBe(1);
  const bits = cases.signsOfHousehold(0);
  const { inRoster, inSystem } = cases.household(0);
  expect([inRoster.length > 0, inSystem.length > 0]).toEqual([
    (bits & householdBits['in-roster']) !== 0,
    (bits & householdBits['in-system']) !== 0,
  ]);
  return householdSigns.filter((sign) => (bits & householdBits[sign]) !== 0);
}

const both = (roster: object, system: object = {}) =>
  signsOf({ 'dibao-roster': [{ ...row, ...roster }], 'assistance-system': [{ ...row, ...system }] });

test('a household stands in a book by active covered rows that are no 特困', () => {
  expect(both({})).toEqual(['in-roster', 'in-system']);
  expect(both({ covered: '否' })).toEqual(['in-system', 'members-differ']);
  expect(both({ endDate: '2020-06' })).toEqual(['in-system', 'members-differ']);
  expect(both({}, { programme: '特困' })).toEqual(['in-roster', 'members-differ']);
});

test('what the books say differently, each by its own sign', () => {
  expect(both({ monthlyAmount: '299' })).toContain('amounts-differ');
  expect(both({ account: '62280000000001' }, { account: '62280000000002' })).toContain('accounts-differ');
  expect(both({ area: '城市' })).toContain('categories-differ');
  expect(both({ category: 'A' }, { category: 'B' })).toContain('categories-differ');
  expect(both({ village: '光明村' })).toContain('places-differ');
  expect(both({ village: '红旗村委会' })).toEqual(['in-roster', 'in-system']);
  // A blank is a word of its own: the rules know that it disagrees with nothing.
  expect(both({ village: '' })).toContain('places-differ');
  expect(both({ account: '62280000000001' })).toContain('accounts-differ');
});

test('members and their stated number', () => {
  expect(both({ idNumber: otherId })).toContain('members-differ');
  expect(both({ coveredCount: '1' })).toEqual(['in-roster', 'in-system']);
  expect(both({ coveredCount: '2' })).toContain('counts-differ');
  const twice = { ...row, coveredCount: '2' };
  expect(signsOf({ 'dibao-roster': [twice, twice] })).toContain('counts-differ');
  expect(signsOf({ 'dibao-roster': [twice, { ...twice, idNumber: otherId }] })).not.toContain('counts-differ');
});

test('a row without an end is open-ended unless it is 停保, covered rows only', () => {
  expect(both({ endDate: '', status: '' })).toContain('open-ended');
  expect(both({ endDate: '' })).not.toContain('open-ended');
  expect(both({ endDate: '', status: '', covered: '否' })).not.toContain('open-ended');
});

test('a list differs that is not its months of what the system approved', () => {
  const listed = (...list: object[]) =>
    signsOf({
      'assistance-system': [{ ...row, monthlyAmount: '300' }],
      'payment-list': list.map((each) => ({ householdId: 'A', headId: idNumber, months: '3', amount: '900', ...each })),
    });
  expect(listed({})).not.toContain('list-differs');
  expect(listed({ amount: '950', otherAmount: '50' })).not.toContain('list-differs');
  expect(listed({ amount: '901' })).toContain('list-differs');
  expect(listed({ months: '' })).toContain('list-differs');
  expect(listed({}, {})).toContain('list-differs');
  expect(listed({}, { kind: '补发' })).not.toContain('list-differs');
  expect(listed({ kind: '补发' })).not.toContain('on-list');
});

test('somebody in the death register, whatever the day', () => {
  const death = { 'death-register': [{ idNumber, deathDate: '2020-12-01' }] };
  expect(signsOf({ 'dibao-roster': [row], ...death })).toContain('dead-member');
  expect(signsOf({ 'payment-list': [{ householdId: 'A', headId: idNumber }], ...death })).toContain('dead-member');
  expect(signsOf({ 'dibao-roster': [{ ...row, idNumber: otherId }], ...death })).not.toContain('dead-member');
});
