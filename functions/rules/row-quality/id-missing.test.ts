import { expect, test } from 'vitest';
import { validId } from '../../../sample-data/builders.ts';
import { findingsOf } from '../../../sample-data/findings-of.ts';
import { idMissing } from './id-missing.ts';

const idNumber = validId(230123, 19600102, 1);

test('a blank id in every source that must have one', () => {
  expect(findingsOf(idMissing, { 'dibao-roster': [{ idNumber: '' }] })).toMatchObject([{ severity: 'warning', idNumber: '' }]);
  expect(findingsOf(idMissing, { 'assistance-system': [{ idNumber: ' ' }] })).toHaveLength(1);
  expect(findingsOf(idMissing, { 'poverty-registration': [{ idNumber: '' }] })).toMatchObject([{ householdId: 'P001' }]);
  expect(findingsOf(idMissing, { 'destitute-roster': [{ idNumber: '' }] })).toHaveLength(1);
  expect(findingsOf(idMissing, { 'death-register': [{ idNumber: '' }] })).toMatchObject([{ township: '' }]);
  expect(findingsOf(idMissing, { 'payment-list': [{ headId: '' }] })).toHaveLength(1);
});

test('a bank file may leave it out', () => {
  expect(findingsOf(idMissing, { 'payment-list': [{ headId: idNumber }], 'bank-payout': [{ idNumber: '' }] })).toEqual([]);
});

test('an id that is there, also a bad one: not found', () => {
  expect(findingsOf(idMissing, { 'dibao-roster': [{ idNumber }, { idNumber: '无' }] })).toEqual([]);
});
