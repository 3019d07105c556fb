import { describe, expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf } from '../../../sample-data/findings-of.ts';
import { attributeMismatch } from './attribute-mismatch.ts';

const [idNumber, spouse] = [validId(230123, 19600102, 1), validId(230123, 19620102, 2)];
const somebody = { idNumber: validId(230123, 19700102, 1), name: '李四' };

const found = (attribute: RowText<'poverty-registration'>['attribute'], more: object = {}) =>
  findingsOf(attributeMismatch, {
    'poverty-registration': [
      { idNumber, attribute: attribute!, relation: '户主' },
      { idNumber: spouse, name: '赵兰', attribute: attribute! },
    ],
    'dibao-roster': [{ ...somebody, householdId: 'H9' }],
    'destitute-roster': [somebody],
    ...more,
  });

const dibao = (row: object) => ({ 'dibao-roster': [{ idNumber: spouse, name: '赵兰', ...row }] });

describe('低保贫困户', () => {
  test('with nobody assisted is found', () => {
    expect(found('低保贫困户')).toMatchObject([
      { severity: 'warning', name: '张三', householdId: 'P001', expected: '低保贫困户', actual: '户内无人在保', matchBasis: '' },
    ]);
    expect(found('低保贫困户', dibao({ status: '停保' }))).toHaveLength(1);
    expect(found('低保贫困户', dibao({ covered: '否' }))).toHaveLength(1);
  });
  test('with one member assisted, rural or urban, is not', () => {
    expect(found('低保贫困户', dibao({}))).toEqual([]);
    expect(found('低保贫困户', dibao({ area: '城市' }))).toEqual([]);
  });
});

describe('一般贫困户', () => {
  test('with one member in rural dibao is found', () => {
    expect(found('一般贫困户', dibao({}))).toMatchObject([{ actual: '户内有人享受农村低保' }]);
  });
  test('with nobody, or with urban dibao only, is not', () => {
    expect(found('一般贫困户')).toEqual([]);
    expect(found('一般贫困户', dibao({ area: '城市' }))).toEqual([]);
  });
});

describe('特困供养贫困户', () => {
  test('with nobody in 特困 is found', () => {
    expect(found('特困供养贫困户')).toMatchObject([{ severity: 'warning', actual: '户内无人特困供养' }]);
  });
  test('with a member in 特困, from either source, is not', () => {
    expect(found('特困供养贫困户', { 'destitute-roster': [{ idNumber: spouse, name: '赵兰' }] })).toEqual([]);
    const system = [{ idNumber: spouse, name: '赵兰', programme: '特困' }];
    expect(found('特困供养贫困户', { 'destitute-roster': undefined, 'assistance-system': system })).toEqual([]);
  });
  test('is not judged where no 特困 row is at hand', () => {
    expect(found('特困供养贫困户', { 'destitute-roster': [] })).toEqual([]);
    expect(found('特困供养贫困户', { 'destitute-roster': undefined })).toEqual([]);
  });
});

test('其他 contradicts nothing', () => expect(found('其他', dibao({}))).toEqual([]));

test('contradicting rows count with each attribute, in one finding', () => {
  const rows = [
    { idNumber, attribute: '低保贫困户' },
    { idNumber: spouse, name: '赵兰', attribute: '特困供养贫困户' },
  ];
  expect(found('其他', { 'poverty-registration': rows })).toMatchObject([
    { expected: '低保贫困户、特困供养贫困户', actual: '户内无人在保、户内无人特困供养' },
  ]);
});

test('边缘 rows are no rows of the household', () => {
  const rows = [{ idNumber, attribute: '低保贫困户', status: '边缘' }];
  expect(found('其他', { 'poverty-registration': rows })).toEqual([]);
});

test('a notice where 特困 is not at hand', () => {
  expect(found('低保贫困户', { 'destitute-roster': undefined })).toMatchObject([{ severity: 'notice' }]);
});
