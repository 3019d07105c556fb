import { expect, test } from 'vitest';
import { validId } from '../../../sample-data/builders.ts';
import { findingsOf } from '../../../sample-data/findings-of.ts';
import { identityAmbiguous } from './identity-ambiguous.ts';

const [one, other] = [validId(230123, 19600102, 1), validId(230123, 19750102, 2)];

const found = (roster: object[]) =>
  findingsOf(identityAmbiguous, { 'dibao-roster': roster, 'poverty-registration': [{ idNumber: '', name: '张三' }] });

test('an unidentified person who may be either of two: all three are reported, none with a basis', () => {
  const findings = found([
    { idNumber: one, householdId: 'H1' },
    { idNumber: other, householdId: 'H2' },
  ]);
  expect(findings.map(({ idNumber, actual, severity, matchBasis }) => [idNumber, actual, severity, matchBasis])).toEqual([
    [one, '无证件号', 'warning', ''],
    [other, '无证件号', 'warning', ''],
    ['', [one, other].sort().join('、'), 'warning', ''],
  ]);
});

test('a single candidate is joined, none is nobody: not found', () => {
  expect(found([{ idNumber: one }])).toEqual([]);
  expect(found([{ idNumber: one, name: '李四' }])).toEqual([]);
  expect(
    found([
      { idNumber: one, householdId: 'H1' },
      { idNumber: other, householdId: 'H2', village: '别村' },
    ]),
  ).toEqual([]);
});
