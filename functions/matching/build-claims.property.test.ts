import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RowText, tablesOf, validId } from '../../sample-data/builders.ts';
import type { Cases } from '../../schemas/case.ts';
import { assertMoneyConserved } from '../../schemas/money-proof.ts';
import type { BankRow, ListRow } from '../../schemas/sources/rows.ts';
import type { Day } from '../../schemas/values/day.ts';
import { namesAgree } from '../../schemas/values/person-name.ts';
import { buildClaims } from './build-claims.ts';
import { moneyProof } from './money-proof.ts';

const asOf = 20200701 as Day;
const ids = [17, 28, 39].map((sequence) => validId(230123, 19520101, sequence));
const accounts = ['62280000000001', '62280000000002', '62280000000003', '无'];
const names = ['张三', '张?', '李四', '买买提·艾力', '买买提艾力'];
const amounts = ['30', '60', '90', '120'];

const listRow: fc.Arbitrary<RowText<'payment-list'>> = fc.record({
  householdId: fc.constantFrom('A', 'B', 'C', 'D'),
  account: fc.constantFrom(...accounts),
  headId: fc.constantFrom(...ids, '', '无'),
  headName: fc.constantFrom(...names),
  accountName: fc.constantFrom('', ...names),
  amount: fc.constantFrom(...amounts),
  kind: fc.constantFrom('正常', '正常', '正常', '补发', '扣减'),
});
const bankRow: fc.Arbitrary<RowText<'bank-payout'>> = fc.record({
  account: fc.constantFrom(...accounts, '62280000000004'),
  accountName: fc.constantFrom(...names),
  idNumber: fc.constantFrom('', '', ...ids),
  requestedAmount: fc.constantFrom(...amounts),
  paidAmount: fc.constantFrom('', '', '', '30', '0'),
  paidOn: fc.constantFrom('2020-07-08', '2020-07-09', '2020-07-10'),
  result: fc.constantFrom('成功', '成功', '成功', '失败', '退回', '处理中'),
});
const quarter = fc.record({
  list: fc.array(listRow, { minLength: 1, maxLength: 12 }),
  bank: fc.array(bankRow, { maxLength: 14 }),
});

function build({
  list,
  bank,
}: {
  readonly list: readonly RowText<'payment-list'>[];
  readonly bank: readonly RowText<'bank-payout'>[];
}) {
  const tables = tablesOf({ 'payment-list': list, 'bank-payout': bank }, { asOf });
  const rows = tables['payment-list']!;
  const cases = { householdOf: ({ index }: { index: number }) => 'ABCD'.indexOf(rows.row(index).householdId) };
  return { tables, claims: buildClaims(tables, cases as unknown as Cases) };
}

interface PlainClaim {
  readonly rows: ListRow[];
  readonly account: string;
  due: number;
  readonly open: Set<ListRow>;
  allotted: number;
}

const signed = ({ kind, amount }: ListRow) => (kind === '扣减' ? -Math.abs(amount ?? 0) : (amount ?? 0));

function plainClaims(list: readonly ListRow[]): PlainClaim[] {
  const claims: PlainClaim[] = [];
  for (const row of list) {
    const { digits } = row.account;
    let claim = claims.find(({ rows, account }) => rows[0]!.householdId === row.householdId && account === digits);
    if (claim === undefined) {
      claim = { rows: [], account: digits, due: 0, open: new Set(), allotted: 0 };
      claims.push(claim);
    }
    claim.rows.push(row);
    claim.due += signed(row);
    if (signed(row) > 0) claim.open.add(row);
  }
  return claims;
}

/** The rules of pairing read word by word, with no thought of speed: the claim of each bank row, -1 for none. */
function pairedByTheLetter(list: readonly ListRow[], bank: readonly BankRow[]): { claimOf: number[]; paid: number[] } {
  const claims = plainClaims(list);
  const paid = bank.map(({ result, paidAmount, requestedAmount }) =>
    result === '成功' ? (paidAmount ?? requestedAmount ?? 0) : 0,
  );
  const undoes = bank.map(() => -1);
  for (const row of bank.toSorted((one, other) => one.paidOn! - other.paidOn! || one.index - other.index)) {
    if (row.result !== '退回' || row.account.digits === '') continue;
    const before = bank
      .filter(({ paidOn, index }) => paidOn! < row.paidOn! || (paidOn === row.paidOn && index < row.index))
      .filter(({ index, account }) => paid[index]! > 0 && account.digits === row.account.digits)
      .toSorted((one, other) => one.paidOn! - other.paidOn! || one.index - other.index);
    const undone =
      before.findLast(({ index }) => paid[index] === row.requestedAmount) ??
      before.findLast(({ index }) => paid[index] === row.paidAmount);
    if (undone === undefined) continue;
    undoes[row.index] = undone.index;
    paid[undone.index] = 0;
  }
  const claimOf = bank.map(() => -1);
  const put = (row: BankRow, claim: PlainClaim) => {
    claimOf[row.index] = claims.indexOf(claim);
    claim.allotted += paid[row.index]!;
  };
  const hasHead = (claim: PlainClaim, id: string) => id !== '' && claim.rows.some(({ headId }) => headId.normalised === id);

  for (const account of new Set(claims.map((claim) => claim.account).filter((digits) => digits !== ''))) {
    const sharing = claims.filter((claim) => claim.account === account);
    const rows = bank.filter((row) => row.account.digits === account && undoes[row.index] === -1);
    if (sharing.length === 1) {
      for (const row of rows) put(row, sharing[0]!);
      continue;
    }
    const left: BankRow[] = [];
    for (const row of rows.filter(({ index }) => paid[index]! > 0)) {
      const amount = paid[row.index]!;
      const claim = sharing.find(
        ({ allotted, due, open }) => allotted < due && (due === amount || [...open].some((each) => signed(each) === amount)),
      );
      if (claim === undefined) {
        left.push(row);
        continue;
      }
      if (claim.due === amount) claim.open.clear();
      else claim.open.delete([...claim.open].find((each) => signed(each) === amount)!);
      put(row, claim);
    }
    for (const row of left) {
      const claim = sharing.find((each) => hasHead(each, row.idNumber.normalised));
      if (claim !== undefined) put(row, claim);
    }
    for (const row of rows.filter(({ index }) => paid[index] === 0)) {
      const fits = sharing.filter(({ due, rows }) =>
        [due, ...rows.filter(({ kind }) => kind !== '扣减').map(signed)].includes(row.requestedAmount!),
      );
      const claim = fits.find(({ allotted }) => allotted === 0) ?? fits[0];
      if (claim !== undefined) put(row, claim);
    }
  }

  const waiting = () => claims.filter((_, number) => !claimOf.includes(number));
  const unpaired = () => bank.filter(({ index }) => claimOf[index] === -1 && undoes[index] === -1);
  const byHead = waiting();
  for (const row of unpaired()) {
    const claim = row.idNumber.problem === 'none' ? byHead.find((each) => hasHead(each, row.idNumber.normalised)) : undefined;
    if (claim !== undefined) put(row, claim);
  }
  const fits = (claim: PlainClaim, row: BankRow) =>
    claim.due === (paid[row.index] || row.requestedAmount) &&
    claim.rows.some(
      ({ accountName, headName }) =>
        (accountName !== '' && namesAgree(accountName, row.accountName)) || namesAgree(headName, row.accountName),
    );
  const [open, rows] = [waiting(), unpaired()];
  for (const row of rows) {
    const claim = open.filter((each) => fits(each, row));
    if (claim.length === 1 && rows.filter((each) => fits(claim[0]!, each)).length === 1) put(row, claim[0]!);
  }
  undoes.forEach((undone, row) => {
    if (undone >= 0) claimOf[row] = claimOf[undone]!;
  });
  return { claimOf, paid };
}

const rowsOf = <Row>(table: { length: number; row(index: number): Row }) =>
  Array.from({ length: table.length }, (_, at) => table.row(at));

test('pairing does what the rules say word by word', () => {
  fc.assert(
    fc.property(quarter, (files) => {
      const { tables, claims } = build(files);
      const bank = rowsOf(tables['bank-payout']!);
      const expected = pairedByTheLetter(rowsOf(tables['payment-list']!), bank);
      expect(bank.map((row) => claims.claimOf(row))).toEqual(expected.claimOf);
      expect(bank.map((row) => claims.paidBy(row))).toEqual(expected.paid);
    }),
    { numRuns: 400 },
  );
});

test('no bank row and no list row is lost or used twice', () => {
  fc.assert(
    fc.property(quarter, (files) => {
      const { tables, claims } = build(files);
      const bankRows = [
        ...claims.claims.flatMap(({ paidRows, failedRows }) => [...paidRows, ...failedRows]),
        ...claims.unpairedPayments,
        ...claims.unpairedFailures,
      ].map(({ index }) => index);
      expect(bankRows.toSorted((one, other) => one - other)).toEqual([...files.bank.keys()]);
      const listRows = claims.claims.flatMap(({ rows }) => rows.map(({ index }) => index));
      expect(listRows.toSorted((one, other) => one - other)).toEqual([...files.list.keys()]);
      expect(tables['bank-payout']!.length).toBe(bankRows.length);
    }),
  );
});

test('every fen is accounted for, in whatever order the rows stand', () => {
  const shuffled = quarter.chain(({ list, bank }) =>
    fc.record({
      list: fc.shuffledSubarray(list, { minLength: list.length }),
      bank: fc.shuffledSubarray(bank, { minLength: bank.length }),
      original: fc.constant({ list, bank }),
    }),
  );
  fc.assert(
    fc.property(shuffled, (files) => {
      const [one, other] = [files, files.original].map((rows) => {
        const { tables, claims } = build(rows);
        const proof = moneyProof(claims, tables, []);
        assertMoneyConserved(proof);
        return { proof, dues: claims.claims.map(({ household, account, due }) => `${household} ${account} ${due}`).toSorted() };
      });
      // Which claim of several a payment meets may follow from the order; what was due and listed may not.
      expect(one!.dues).toEqual(other!.dues);
      expect(one!.proof.listed).toEqual(other!.proof.listed);
      expect(one!.proof.due).toEqual(other!.proof.due);
      expect(one!.proof.bankRows).toBe(other!.proof.bankRows);
    }),
  );
});
