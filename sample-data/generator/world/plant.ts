import { type County, type Household, headOf, type Person } from './county.ts';
import type { Finding, Reject, Severity } from './planted.ts';
import type { ListRow } from './rows.ts';

/** The columns that say of whom a finding speaks. */
export type Subject = Pick<Finding, 'township' | 'village' | 'householdId' | 'headName' | 'name' | 'id' | 'basis'>;

type Who = Pick<Person, 'name' | 'id'>;

/** A household of the county's book, the system and the list, or one of their rows. */
export const inHousehold = (household: Household, who: Who = headOf(household)): Subject => ({
  township: household.township,
  village: household.village,
  householdId: household.id,
  headName: headOf(household).name,
  name: who.name,
  id: who.id,
  basis: '',
});

/** A person whose rows belong together because they carry the same id. */
export const person = (household: Household, who: Who = headOf(household)): Subject => ({
  ...inHousehold(household, who),
  basis: 'same-id',
});

/** A household of the registration, which numbers households by itself, or one of its rows. */
export const registeredHousehold = (household: Household, who: Who = headOf(household)): Subject => ({
  ...inHousehold(household, who),
  householdId: household.registrationId,
});

/** A person who stands in the registration only. */
export const registeredPerson = (household: Household, who: Who = headOf(household)): Subject => ({
  ...registeredHousehold(household, who),
  basis: 'same-id',
});

/** A household that only the payment list knows. */
export const listedHousehold = (row: ListRow): Subject => ({
  township: row.township,
  village: row.village,
  householdId: row.householdId,
  headName: row.headName,
  name: row.headName,
  id: row.headId,
  basis: '',
});

export const nobody: Subject = { township: '', village: '', householdId: '', headName: '', name: '', id: '', basis: '' };

export type Rest = Partial<Pick<Finding, 'expected' | 'actual' | 'amount' | 'basis' | 'account'>>;

const finding = (rule: string, severity: Severity, subject: Subject, story: string, rest: Rest): Finding => ({
  rule,
  severity,
  ...subject,
  account: '',
  expected: '*',
  actual: '*',
  amount: undefined,
  ...rest,
  story,
});

type Plant = (county: County, rule: string, severity: Severity, subject: Subject, story: string, rest?: Rest) => void;

/** Says that the half-yearly run must find this. */
export const plantHalfYear: Plant = (county, rule, severity, subject, story, rest = {}) => {
  county.halfYearFindings.push(finding(rule, severity, subject, story, rest));
};

/** Says that the payout run must find this. */
export const plantPayout: Plant = (county, rule, severity, subject, story, rest = {}) => {
  county.payoutFindings.push(finding(rule, severity, subject, story, rest));
};

/**
 * Says that the rule must not report this person, close as it is. For rules whose findings name a person: what the others
 * should leave alone shows in the accounts and sums of what they do find.
 */
export function nearMiss(county: County, job: 'half-year' | 'payout', rule: string, who: Who, story: string): void {
  county.nearMisses.push({ job, rule, name: who.name, id: who.id, story });
}

/** Says that a row, or one of its values, must be refused and listed. */
export const plantReject = (county: County, reject: Reject): void => {
  county.rejects.push(reject);
};
