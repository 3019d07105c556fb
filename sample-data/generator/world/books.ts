import { type County, coveredOf, type Household, headOf, type Person } from './county.ts';
import type { BookRow, Books, DeathRow, DestituteRow, RegistrationFile, RegistrationRow } from './rows.ts';

const bookRow = (household: Household, member: Person): BookRow => ({
  programme: household.area === '城市' ? '城市低保' : '农村低保',
  area: household.area,
  householdId: household.id,
  certificate: household.certificate,
  headName: headOf(household).name,
  headId: headOf(household).id,
  name: member.name,
  id: member.id,
  relation: member.relation,
  covered: member.covered ? '是' : '否',
  coveredCount: String(coveredOf(household).length),
  category: household.category,
  base: household.base,
  categoryAmount: household.categoryAmount,
  township: household.township,
  village: household.village,
  bank: household.bank,
  accountName: headOf(household).name,
  account: household.account,
  start: household.start,
  end: '',
  status: '在保',
  reviewed: '2020-04-15',
  disability: '',
  remark: '',
  mark: '否',
});

/** Enters the household in the county's own book. The rows may be changed afterwards: that is how a story goes wrong. */
export function inRoster(books: Books, household: Household, changes: Partial<BookRow> = {}): BookRow[] {
  const rows = household.members.map((member) => ({ ...bookRow(household, member), ...changes }));
  books.roster.push(...rows);
  return rows;
}

/** Enters the household in the provincial system, unmarked. */
export function inSystem(books: Books, household: Household, changes: Partial<BookRow> = {}): BookRow[] {
  const rows = household.members.map((member) => ({ ...bookRow(household, member), ...changes }));
  books.system.push(...rows);
  return rows;
}

/** Registers the household as poor: by default out of poverty since 2018, with an income well above any standard. */
export function register(
  county: County,
  household: Household,
  changes: Partial<RegistrationRow> = {},
  file: RegistrationFile = 'exited-earlier',
): RegistrationRow[] {
  const rows = household.members.map((member, at) => ({
    township: household.township,
    village: household.village,
    householdId: household.registrationId,
    personId: household.registrationId + String(at + 1).padStart(3, '0'),
    name: member.name,
    headName: headOf(household).name,
    id: member.id,
    relation: member.relation,
    attribute: '低保贫困户',
    status: '已脱贫',
    monitorType: '',
    riskCleared: '',
    exitYear: file === 'exited-2019' ? '2019' : String(2015 + (Number(household.registrationId) % 4)),
    income: String(5200 + (Number(household.registrationId) % 97) * 31),
    cause: county.random.pick(['因病', '因残', '缺劳力', '因学', '缺技术']),
    health: county.random.pick(['健康', '长期慢性病', '残疾']),
    householdSize: String(household.members.length),
    ...changes,
  }));
  county.halfYear.registration.push(...rows.map((row) => ({ file, row })));
  return rows;
}

/** 特困: one person alone, in the destitute roster and as 特困 in the system. */
export function destitute(books: Books, household: Household, mark: string): { roster: DestituteRow; system: BookRow } {
  const head = headOf(household);
  const roster: DestituteRow = {
    township: household.township,
    village: household.village,
    name: head.name,
    id: head.id,
    supportMode: Number(household.id) % 3 === 0 ? '集中' : '分散',
    area: '农村',
    start: household.start,
    end: '',
    status: '在保',
    carer: '',
  };
  books.destitute.push(roster);
  const [system] = inSystem(books, { ...household, members: [head] }, { programme: '特困', area: '', category: '', mark });
  if (!system) throw new Error('no system row');
  return { roster, system };
}

/** A death that both death registers have, of the half-year and of the quarter after it. */
export function died(county: County, who: Pick<Person, 'name' | 'id'>, day: string, cremated = ''): void {
  const row: DeathRow = { name: who.name, id: who.id, died: day, cremated };
  county.halfYear.deaths.push(row);
  county.quarter.deaths.push(row);
}
