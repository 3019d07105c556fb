import type { Cases } from '../../schemas/case.ts';
import { severities } from '../../schemas/finding.ts';
import type { SourceTable } from '../../schemas/source-table.ts';
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
    if (store.severity[finding] !== error) continue;
    const { subject } = running[store.rule[finding]!]!.rule;
    const number = store.subject[finding]!;
    if (subject === 'person') persons.add(number);
    if (subject === 'household') households.add(number);
    if (subject === 'claim') households.add(claims!.claims[number]!.household);
  }
  return { persons, households };
}

/** The subjects of a source, each once however many rows it has there. */
function shareOf(
  table: Pick<SourceTable, 'source' | 'length'> | undefined,
  numberOf: Cases['personOf'],
  count: number,
  withError: ReadonlySet<number>,
): ErrorShare {
  if (table === undefined) return { withError: 0, total: 0 };
  const counted = new Uint8Array(count);
  let both = 0;
  let total = 0;
  const row = { source: table.source, index: 0 };
  for (; row.index < table.length; row.index += 1) {
    const number = numberOf(row);
    if (number < 0 || counted[number] === 1) continue;
    counted[number] = 1;
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
  const { cases, tables } = findings;
  const { persons, households } = erring(findings);
  return {
    rosterPersons: shareOf(tables['dibao-roster'], cases.personOf, cases.personCount, persons),
    listHouseholds: shareOf(tables['payment-list'], cases.householdOf, cases.householdCount, households),
  };
}
