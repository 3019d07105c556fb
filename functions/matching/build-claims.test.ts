import { describe, expect, test } from 'vitest';
import { type RowText, tablesOf, validId } from '../../sample-data/builders.ts';
import type { Cases } from '../../schemas/case.ts';
import type { Claims } from '../../schemas/claim.ts';
import type { SourceTables } from '../../schemas/source-table.ts';
import type { Day } from '../../schemas/values/day.ts';
import { buildClaims } from './build-claims.ts';

const asOf = 20200701 as Day;
type ListText = RowText<'payment-list'>;
type BankText = RowText<'bank-payout'>;

/** Claims ask who is whose household and nothing else; here a household is its 户编号. */
const byHouseholdId = (tables: SourceTables): Cases => {
  const rows = tables['payment-list']!;
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => numbers.get(id) ?? numbers.set(id, numbers.size).size - 1;
  return { householdOf: ({ index }: { index: number }) => numberOf(rows.row(index).householdId) } as unknown as Cases;
};

function claimsOf(list: readonly ListText[], bank: readonly BankText[]): Claims {
  const tables = tablesOf({ 'payment-list': list, 'bank-payout': bank }, { asOf });
  return buildClaims(tables, byHouseholdId(tables));
}

/** Each claim as household's account, due, and the bank rows by number: paid ones and failed ones. */
const outcome = ({ claims }: Claims) =>
  claims.map(({ account, due, paid, paidRows, failedRows, basis }) => ({
    account,
    due: due / 100,
    paid: paid / 100,
    rows: paidRows.map(({ index }) => index),
    failed: failedRows.map(({ index }) => index),
    basis,
  }));

const first = '62280000000001';
const second = '62280000000002';
const zhang = validId(230123, 19520101, 17);
const li = validId(230123, 19610203, 28);
const home = (householdId: string, more: ListText = {}): ListText => ({ householdId, account: first, ...more });

describe('what a household is due', () => {
  test('补发 is added and 扣减 taken off, however it is signed', () => {
    const rows = [home('A'), home('A', { kind: '补发', amount: '300' }), home('A', { kind: '扣减', amount: '100' })];
    const negative = [...rows, home('A', { kind: '扣减', amount: '-50' })];
    expect(outcome(claimsOf(rows, []))).toMatchObject([{ due: 1100 }]);
    expect(outcome(claimsOf(negative, []))).toMatchObject([{ due: 1050 }]);
  });

  test('each account is a claim of its own, and all rows without a readable account are one', () => {
    const rows = [home('A'), home('A', { account: second }), home('A', { account: '无' }), home('A', { account: '' })];
    expect(outcome(claimsOf(rows, []))).toMatchObject([
      { account: first, due: 900 },
      { account: second, due: 900 },
      { account: '', due: 1800 },
    ]);
  });

  test('two households on one account are two claims', () => {
    const claims = claimsOf([home('A'), home('B'), home('A', { amount: '30' })], []);
    expect(outcome(claims)).toMatchObject([{ due: 930 }, { due: 900 }]);
    expect(claims.accounts).toEqual([[0, 1]]);
    expect(claims.claims[0]!.account).toBe(first);
  });
});

describe('what counts as paid', () => {
  const settled = (bank: readonly BankText[]) => outcome(claimsOf([home('A')], bank))[0];
  const onFirst = (more: BankText): BankText => ({ account: first, ...more });

  test('the bank pays what it processed, and the requested amount where it says nothing', () => {
    expect(settled([onFirst({ paidAmount: '800' })])).toMatchObject({ paid: 800 });
    expect(settled([onFirst({})])).toMatchObject({ paid: 900 });
    expect(settled([onFirst({ paidAmount: '0' })])).toMatchObject({ paid: 0, rows: [], failed: [0] });
  });

  test('failed and pending rows pay nothing', () => {
    const bank = [onFirst({ result: '失败' }), onFirst({ result: '处理中' })];
    expect(settled(bank)).toMatchObject({ paid: 0, failed: [0, 1], basis: 'account' });
  });

  test('a return undoes the latest payment before it of its account and amount', () => {
    const bank = [onFirst({}), onFirst({}), onFirst({ result: '退回', paidOn: '2020-07-09' }), onFirst({ paidOn: '2020-07-20' })];
    expect(settled(bank)).toMatchObject({ rows: [0, 3], failed: [1, 2], paid: 1800 });
  });

  test('each return undoes another payment', () => {
    const bank = [onFirst({}), onFirst({}), onFirst({ result: '退回' }), onFirst({ result: '退回' })];
    expect(settled(bank)).toMatchObject({ paid: 0, failed: [0, 1, 2, 3] });
  });

  test('the day decides what is before a return, then the place in the files', () => {
    expect(settled([onFirst({ result: '退回', paidOn: '2020-07-09' }), onFirst({})])).toMatchObject({ paid: 0, failed: [0, 1] });
    expect(settled([onFirst({ result: '退回' }), onFirst({})])).toMatchObject({ paid: 900, rows: [1], failed: [0] });
  });

  test('a return undoes nothing of another amount, and by what it processed where 金额 fits nothing', () => {
    const returned = (amounts: BankText) => settled([onFirst({}), onFirst({ result: '退回', ...amounts })]);
    expect(returned({ requestedAmount: '800' })).toMatchObject({ paid: 900, failed: [1] });
    expect(returned({ requestedAmount: '800', paidAmount: '900' })).toMatchObject({ paid: 0 });
    const both = [
      onFirst({}),
      onFirst({ requestedAmount: '800' }),
      onFirst({ result: '退回', requestedAmount: '800', paidAmount: '900' }),
    ];
    expect(settled(both)).toMatchObject({ rows: [0] });
  });

  test('a return undoes nothing on another account', () => {
    const bank = [onFirst({}), { account: second, result: '退回' } as const];
    expect(settled(bank)).toMatchObject({ paid: 900 });
  });
});

describe('pairing by account', () => {
  const both = (bank: readonly BankText[], list = [home('A', { headId: zhang }), home('B', { amount: '600', headId: li })]) =>
    outcome(
      claimsOf(
        list,
        bank.map((row) => ({ account: first, ...row })),
      ),
    );

  test('the only claim of an account has all its rows, whatever their amounts', () => {
    const bank = [{ account: first, requestedAmount: '1' }, { account: first, result: '失败' }, { account: second }] as const;
    const claims = claimsOf([home('A')], bank);
    expect(outcome(claims)).toMatchObject([{ rows: [0], failed: [1], basis: 'account' }]);
    expect(claims.unpairedPayments.map(({ index }) => index)).toEqual([2]);
  });

  test('on a shared account the amount due tells the claim', () => {
    expect(both([{ requestedAmount: '600' }, { requestedAmount: '900' }])).toMatchObject([{ rows: [1] }, { rows: [0] }]);
  });

  test('a claim paid whole takes no second payment while another waits', () => {
    const list = [home('A'), home('B')];
    expect(both([{}, {}, {}], list)).toMatchObject([{ rows: [0] }, { rows: [1] }]);
  });

  test('an unpaid list row tells the claim too, once', () => {
    const list = [home('A'), home('A', { kind: '补发', amount: '60' }), home('B', { amount: '60' })];
    const bank = [{ requestedAmount: '60' }, { requestedAmount: '60' }, {}];
    expect(both(bank, list)).toMatchObject([
      { rows: [0, 2], paid: 960 },
      { rows: [1], paid: 60 },
    ]);
  });

  test('the whole due uses up all list rows', () => {
    const list = [home('A'), home('A', { kind: '补发', amount: '60' }), home('B', { amount: '60' })];
    const bank = [{ requestedAmount: '960' }, { requestedAmount: '60' }];
    expect(both(bank, list)).toMatchObject([{ rows: [0] }, { rows: [1] }]);
  });

  test('what no amount tells goes by the id of the head, else it stays unpaired', () => {
    const bank = [{ requestedAmount: '1', idNumber: li }, { requestedAmount: '2' }];
    expect(both(bank)).toMatchObject([{ rows: [] }, { rows: [0], basis: 'account' }]);
    const claims = claimsOf([home('A'), home('B')], [{ account: first, requestedAmount: '2' }]);
    expect(claims.unpairedPayments).toHaveLength(1);
  });

  test('a failed row goes to the claim of its amount with nothing paid, else to the first of it', () => {
    const list = [home('A'), home('B')];
    expect(both([{}, { result: '失败' }], list)).toMatchObject([{ rows: [0], failed: [] }, { failed: [1] }]);
    expect(both([{}, {}, { result: '失败' }], list)).toMatchObject([{ failed: [2] }, { failed: [] }]);
    expect(both([{ result: '失败', requestedAmount: '1' }], list)).toMatchObject([{ failed: [] }, { failed: [] }]);
  });

  test('a return stands with the payment that it undoes', () => {
    const bank: BankText[] = [{}, { result: '退回', paidOn: '2020-07-09' }, { requestedAmount: '600' }];
    expect(both(bank)).toMatchObject([{ failed: [0, 1], rows: [] }, { rows: [2] }]);
  });

  test('a claim with nothing due is never told by an amount', () => {
    const list = [home('A', { kind: '扣减', amount: '900' }), home('B')];
    expect(both([{}], list)).toMatchObject([{ rows: [] }, { rows: [0] }]);
  });
});

describe('pairing by identity', () => {
  const unread = (more: ListText = {}): ListText => ({ householdId: 'A', account: '无', headId: zhang, ...more });

  test('a usable id of a head leads to its first claim without a bank row', () => {
    const list = [unread({ account: second }), unread()];
    const bank = [{ account: second }, { account: '', idNumber: zhang, requestedAmount: '5' }] as const;
    expect(outcome(claimsOf(list, bank))).toMatchObject([
      { rows: [0], basis: 'account' },
      { rows: [1], basis: 'identity' },
    ]);
  });

  test('a failed payment and the one that replaced it go to the same claim by id', () => {
    const bank = [
      { account: second, idNumber: zhang, result: '失败' },
      { account: second, idNumber: zhang },
    ] as const;
    expect(outcome(claimsOf([unread()], bank))).toMatchObject([{ rows: [1], failed: [0] }]);
  });

  test('an id with a problem leads nowhere', () => {
    const wrong = zhang.slice(0, 17) + (zhang.endsWith('1') ? '2' : '1');
    const claims = claimsOf([unread({ headId: wrong })], [{ account: second, idNumber: wrong, accountName: '李四' }]);
    expect(outcome(claims)).toMatchObject([{ basis: '' }]);
  });

  test('a head whose claim the account settled gets no more by id, and the claim is named', () => {
    const claims = claimsOf([home('A', { headId: zhang })], [{ account: first }, { account: second, idNumber: zhang }]);
    expect(claims.unpairedPayments.map((row) => claims.claimOfHead(row))).toEqual([0]);
    expect(claims.claimOf({ index: 0 })).toBe(0);
    expect(claims.claimOf({ index: 1 })).toBe(-1);
  });

  test('name and amount pair where one claim and one row fit', () => {
    const list = [unread({ headName: '张三' }), unread({ householdId: 'B', headName: '李四', headId: li })];
    const bank = [
      { account: second, accountName: '李四' },
      { account: '', accountName: '张 三' },
    ];
    expect(outcome(claimsOf(list, bank))).toMatchObject([{ rows: [1] }, { rows: [0], basis: 'identity' }]);
  });

  test('the 户名 of the list fits as well as the head', () => {
    const list = [unread({ headName: '张三', accountName: '张小明' })];
    expect(outcome(claimsOf(list, [{ accountName: '张小明', account: second }]))).toMatchObject([{ rows: [0] }]);
  });

  test('another amount, another name, or two that fit pair nothing', () => {
    const nobody = (list: readonly ListText[], bank: readonly BankText[]) =>
      expect(claimsOf(list, bank).claims.every(({ basis }) => basis === '')).toBe(true);
    nobody([unread()], [{ account: second, requestedAmount: '899' }]);
    nobody([unread()], [{ account: second, accountName: '李四' }]);
    nobody([unread()], [{ account: second }, { account: '' }]);
    nobody([unread(), unread({ householdId: 'B', headId: li })], [{ account: second }]);
    nobody(
      [unread({ headName: '张?' })],
      [
        { account: second, accountName: '张三' },
        { account: '', accountName: '张四' },
      ],
    );
  });

  test('a letter that could not be written may be any', () => {
    const list = [unread({ headName: '张三丰' }), unread({ householdId: 'B', headName: '买买提·艾力', headId: li })];
    const bank = [
      { account: second, accountName: '张?丰' },
      { account: second, accountName: '买买提艾力' },
    ];
    expect(outcome(claimsOf(list, bank))).toMatchObject([{ rows: [0] }, { rows: [1] }]);
  });

  test('a return follows the payment that identity led somewhere', () => {
    const bank = [
      { account: second, idNumber: zhang },
      { account: second, result: '退回', paidOn: '2020-07-09' },
    ] as const;
    expect(outcome(claimsOf([unread()], bank))).toMatchObject([{ failed: [0, 1], basis: 'identity' }]);
  });
});

test('paid rows stand by file and day, in the order of the files', () => {
  const bank: BankText[] = [
    { file: '一.txt', account: first, paidOn: '2020-07-12' },
    { file: '一.txt', account: first, paidOn: '2020-07-08' },
    { file: '二.txt', account: first, paidOn: '2020-07-08' },
    { file: '二.txt', account: first, paidOn: '2020-07-09', result: '失败' },
  ];
  const days = claimsOf([home('A')], bank).paymentDays;
  expect(days.map(({ file, day, rows }) => [file, day, rows.map(({ index }) => index)])).toEqual([
    ['一.txt', 20200708, [1]],
    ['一.txt', 20200712, [0]],
    ['二.txt', 20200708, [2]],
  ]);
});

test('thousands of claims on one account cost no more than a claim each', { timeout: 10_000 }, () => {
  const count = 20_000;
  const amount = (at: number) => String(1 + (at % 50));
  const list = Array.from({ length: count }, (_, at) => home(`H${at}`, { amount: amount(at) }));
  const bank = Array.from({ length: count }, (_, at) => ({ account: first, requestedAmount: amount(count - at) }));
  const tables = tablesOf({ 'payment-list': list, 'bank-payout': bank }, { asOf });
  const cases = byHouseholdId(tables);
  for (let index = 0; index < count; index += 1) cases.householdOf({ source: 'payment-list', index });
  const before = performance.now();
  expect(buildClaims(tables, cases).unpairedPayments).toHaveLength(0);
  expect(performance.now() - before).toBeLessThan(2000);
});
