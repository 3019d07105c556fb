import { expect, test } from 'vitest';
import { type RowText, validId } from '../../../sample-data/builders.ts';
import { findingsOf, messageText, runOf } from '../../../sample-data/findings-of.ts';
import { paidAfterExit } from './paid-after-exit.ts';

const head = validId(230123, 19520101, 17);
const wife = validId(230123, 19560203, 28);
const account = '62280000000001';

interface Sources {
  readonly roster?: readonly RowText<'dibao-roster'>[];
  readonly system?: readonly RowText<'assistance-system'>[];
  readonly death?: readonly RowText<'death-register'>[];
  readonly bank?: RowText<'bank-payout'>;
}
const home = { householdId: 'A', idNumber: head };
const texts = ({ roster, system, death, bank }: Sources) => ({
  'payment-list': [{ householdId: 'A', account, headId: head }],
  'bank-payout': [{ account, ...bank }],
  ...(roster && { 'dibao-roster': roster.map((row) => ({ ...home, ...row })) }),
  ...(system && { 'assistance-system': system.map((row) => ({ ...home, ...row })) }),
  ...(death && { 'death-register': death.map((row) => ({ idNumber: head, ...row })) }),
});
const find = (sources: Sources) => findingsOf(paidAfterExit, texts(sources), { period: '2020Q3' });

test('every covered row ended by the first day of the quarter, or stopped without a day', () => {
  const found = find({ roster: [{ endDate: '2020-07-01' }] });
  expect(found).toMatchObject([{ severity: 'error', actual: '900.00', amountDifference: 90000, householdId: 'A' }]);
  expect(messageText(found[0]!.message)).toContain('自2020-07-01起停保');
  expect(find({ system: [{ endDate: '2020-06' }, { idNumber: wife, status: '停保' }] })).toHaveLength(1);
  expect(find({ roster: [{ status: '停保' }] })).toHaveLength(1);
});

test('all that was paid is in question, whatever was due', () => {
  expect(find({ roster: [{ status: '停保' }], bank: { paidAmount: '100' } })).toMatchObject([{ amountDifference: 10000 }]);
});

test('one row that runs on, begins later or ends later is no exit', () => {
  expect(find({ roster: [{ endDate: '2020-06' }, { idNumber: wife }] })).toEqual([]);
  expect(find({ roster: [{ endDate: '2020-06' }], system: [{}] })).toEqual([]);
  expect(find({ roster: [{ endDate: '2020-07-02' }] })).toEqual([]);
  expect(find({ roster: [{ startDate: '2020-09' }] })).toEqual([]);
  expect(find({ roster: [{ status: '停保', endDate: '2020-08' }] })).toEqual([]);
});

test('uncovered rows neither end a household nor keep it', () => {
  expect(find({ roster: [{ covered: '否', status: '停保' }] })).toEqual([]);
  expect(find({ roster: [{ endDate: '2020-06' }, { idNumber: wife, covered: '否' }] })).toHaveLength(1);
});

test('a household that neither book knows, and one that nothing was paid to', () => {
  expect(find({ roster: [{ householdId: 'B', idNumber: wife, status: '停保' }] })).toEqual([]);
  expect(find({ roster: [{ status: '停保' }], bank: { result: '失败' } })).toEqual([]);
});

test('the head died before the quarter and nobody else is there', () => {
  const found = find({ roster: [{}], death: [{ deathDate: '2020-06-30' }] });
  expect(found).toMatchObject([{ severity: 'error', amountDifference: 90000 }]);
  expect(messageText(found[0]!.message)).toContain('2020-06-30死亡');
  expect(found[0]!.sources).toMatchObject([{ source: 'death-register' }, { source: 'bank-payout' }]);
});

test('the head is known by any row of the claim that has an id', () => {
  const sources = texts({ roster: [{}], death: [{ deathDate: '2020-06-30' }], bank: { paidAmount: '1800' } });
  const list = [{ householdId: 'A', account, headId: '无' }, ...sources['payment-list']];
  expect(findingsOf(paidAfterExit, { ...sources, 'payment-list': list }, { period: '2020Q3' })).toHaveLength(1);
});

test('another member keeps the household, unless dead before the quarter too', () => {
  const roster = [{}, { idNumber: wife, name: '王五', covered: '否' }];
  const death = [{ deathDate: '2020-05-12' }];
  expect(find({ roster, death })).toEqual([]);
  expect(find({ roster, death: [...death, { idNumber: wife, name: '王五', deathDate: '2020-07-02' }] })).toEqual([]);
  expect(find({ roster, death: [...death, { idNumber: wife, name: '王五', deathDate: '2020-06-02' }] })).toHaveLength(1);
});

test('a head who died in the quarter was owed it', () =>
  expect(find({ roster: [{}], death: [{ deathDate: '2020-07-01' }] })).toEqual([]));

test('without roster and system the rule does not run; without a death register the summary says what it left out', () => {
  const said = (sources: Sources) => {
    const { rules, notRun } = runOf([paidAfterExit], texts(sources), { period: '2020Q3' });
    return { leftOut: rules.map(({ caveat }) => caveat), notRun: notRun.map(({ reason }) => reason) };
  };
  expect(said({})).toEqual({ leftOut: [], notRun: ['未提供低保台账或救助系统数据，本项未核对'] });
  expect(said({ roster: [{}] })).toEqual({ leftOut: ['未提供死亡火化名册，未核对户主死亡后仍发放的情形'], notRun: [] });
  expect(said({ roster: [{}], death: [] })).toEqual({ leftOut: [''], notRun: [] });
});
