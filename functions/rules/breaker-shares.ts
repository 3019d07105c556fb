import { severities } from '../../schemas/finding.ts';
import type { RuleFindings } from './rule-findings.ts';

/** How many subjects there are, and how many of them have a finding of severity error. */
export interface ErrorShare {
  readonly withError: number;
  readonly total: number;
}

const error = severities.indexOf('error');

/** Numbers of the persons and households that have an error; that of a claim is its household's. */
function erring({ store, running, claims }: RuleFindings) {
  const persons = new Set<number>();
  const households = new Set<number>();
  for (let finding = 0; finding < store.length; finding += 1) {
    if (store.severity.at(finding) !== error) continue;
    const { subject } = running[store.rule.at(finding)]!.rule;
    const number = store.subject.at(finding);
    if (subject === 'person') persons.add(number);
    if (subject === 'household') households.add(number);
    if (subject === 'claim') households.add(claims!.claims[number]!.household);
  }
  return { persons, households };
}

function shareOf(count: number, counts: (number: number) => boolean, withError: ReadonlySet<number>): ErrorShare {
  let total = 0;
  let both = 0;
  for (let number = 0; number < count; number += 1) {
    if (!counts(number)) continue;
    total += 1;
    if (withError.has(number)) both += 1;
  }
  return { withError: both, total };
}

/** What the breaker looks at: the roster's persons (half-year) and the payment list's households (payout). */
export function breakerShares(findings: RuleFindings): {
  readonly rosterPersons: ErrorShare;
  readonly listHouseholds: ErrorShare;
} {
  const { cases } = findings;
  const { persons, households } = erring(findings);
  return {
    rosterPersons: shareOf(cases.personCount, (number) => cases.person(number).rows.roster.length > 0, persons),
    listHouseholds: shareOf(cases.householdCount, (number) => cases.household(number).list.length > 0, households),
  };
}
