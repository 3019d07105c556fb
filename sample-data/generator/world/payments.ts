import { inRoster, inSystem } from './books.ts';
import { type County, coveredOf, type Household, headOf, monthlyOf } from './county.ts';
import { unlistedTownship } from './places.ts';
import type { BankFile, BankRow, Books, ListRow } from './rows.ts';

/** Puts the household on the quarter's payment list with three months of its monthly amount. */
export function onList(books: Books, household: Household, changes: Partial<ListRow> = {}): ListRow {
  const row: ListRow = {
    township: household.township,
    village: household.village,
    householdId: household.id,
    certificate: household.certificate,
    headName: headOf(household).name,
    headId: headOf(household).id,
    payee: '',
    area: household.area,
    coveredCount: String(coveredOf(household).length),
    monthly: monthlyOf(household),
    months: '3',
    kind: '正常',
    base: household.base * 3,
    categoryAmount: household.categoryAmount * 3,
    other: 0,
    amount: monthlyOf(household) * 3,
    bank: household.bank,
    accountName: headOf(household).name,
    account: household.account,
    ...changes,
  };
  books.list.push(row);
  return row;
}

/** The bank and file through which a township is paid, and the day. */
function batchOf(township: string): { file: BankFile; paidOn: string } {
  if (/街道|工作站/.test(township)) return { file: 'post', paidOn: '2020-07-07' };
  if (/东岗|云岭/.test(township)) return { file: 'farm', paidOn: '2020-07-06' };
  return /青松|柳河/.test(township) ? { file: 'first', paidOn: '2020-07-06' } : { file: 'second', paidOn: '2020-07-07' };
}

/** Pays what the list row says to its account. */
export function pay(books: Books, row: ListRow, changes: Partial<BankRow> = {}): BankRow {
  const paid: BankRow = {
    ...batchOf(row.township),
    accountName: row.accountName,
    account: row.account,
    id: row.headId,
    requested: row.amount,
    paid: row.amount,
    result: '成功',
    reason: '',
    ...changes,
  };
  books.bank.push(paid);
  return paid;
}

/** A transfer that the bank refused: nothing paid. */
export const fail = (books: Books, row: ListRow, reason: string, changes: Partial<BankRow> = {}): BankRow =>
  pay(books, row, { paid: 0, result: '失败', reason, ...changes });

/** The quarter as it should be: book, system, list and bank all say the same. */
export function settle(county: County, household: Household): void {
  inRoster(county.quarter, household);
  inSystem(county.quarter, household);
  if (household.township !== unlistedTownship) pay(county.quarter, onList(county.quarter, household));
}
