import { describe, expect, test } from 'vitest';
import type { Fen } from '../values/money.ts';
import { failureClass, failureClasses, failureLabels } from './failure-reason.ts';

const failed = { result: '失败', paidAmount: 0 as Fen, requestedAmount: 90000 as Fen, reason: '' } as const;

describe('reason words of banks', () => {
  test.each([
    ['账号户名不符', 'name-mismatch'],
    ['R12 户名错', 'name-mismatch'],
    ['无此账户', 'no-account'],
    ['卡号所属银行与发卡行不一致', 'bad-account'],
    ['账户已销户', 'closed'],
    ['已挂失折', 'lost'],
    ['账户 已冻结', 'frozen'],
    ['长期不动户', 'dormant'],
    ['二三类户限额超限', 'limit'],
    ['证件类型和证件号错误', 'id-mismatch'],
    ['重复业务', 'duplicate'],
    ['系统忙', 'bank-system'],
    ['退票', 'returned'],
    ['柜员误操作', 'other'],
    ['', 'other'],
  ])('%s is %s', (reason, expected) => expect(failureClass({ ...failed, reason })).toBe(expected));
});

test('the longest word of a reason counts', () => {
  expect(failureClass({ ...failed, reason: '身份证号不符，户名不符' })).toBe('id-mismatch');
});

test('a pending row is pending, whatever it says', () => {
  expect(failureClass({ ...failed, result: '处理中', reason: '已销户' })).toBe('pending');
});

test('returns, and what they undid, are returned unless the bank says why', () => {
  expect(failureClass({ ...failed, result: '退回' })).toBe('returned');
  expect(failureClass({ ...failed, result: '退回', reason: '已销户' })).toBe('closed');
  expect(failureClass({ ...failed, result: '成功', paidAmount: 90000 as Fen, reason: '交易成功' })).toBe('returned');
  expect(failureClass({ ...failed, result: '成功' })).toBe('other');
});

test('every class has a label of its own', () => {
  expect(new Set(failureClasses.map((name) => failureLabels[name])).size).toBe(failureClasses.length);
});
