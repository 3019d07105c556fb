import type { Cases } from '../../../schemas/case.ts';
import type { Claim, Claims } from '../../../schemas/claim.ts';
import {
  type ClaimVerdict,
  claimVerdicts,
  type HouseholdVerdict,
  type HouseholdVerdicts,
} from '../../../schemas/household-verdict.ts';
import type { Fen } from '../../../schemas/values/money.ts';
import { claimVerdict } from './claim-verdict.ts';
import { failureReasons } from './payment-failed.ts';

const agreed: readonly ClaimVerdict[] = ['一致'];

function verdictsOf(found: readonly ClaimVerdict[]): readonly ClaimVerdict[] {
  // Of nearly every household.
  if (found.every((verdict) => verdict === '一致')) return agreed;
  return claimVerdicts.filter((verdict) => verdict !== '一致' && found.includes(verdict));
}

function verdictOf(cases: Cases, claims: readonly Claim[]): HouseholdVerdict {
  const { township, village, householdId, headName, headId } = cases.household(claims[0]!.household);
  const found = claims.map(claimVerdict);
  return {
    township,
    village,
    householdId,
    headName,
    headId,
    accounts: claims.map(({ account }) => account).filter((account) => account !== ''),
    due: sumOf(claims, 'due'),
    paid: sumOf(claims, 'paid'),
    verdicts: verdictsOf(found),
    reason: found.includes('发放失败')
      ? failureReasons(claims.flatMap(({ failedRows }, at) => (found[at] === '发放失败' ? failedRows : [])))
      : '',
  };
}

const sumOf = (claims: readonly Claim[], amount: 'due' | 'paid') => claims.reduce((sum, claim) => sum + claim[amount], 0) as Fen;

const none = -1;

/** Claims by household: which is a household's first, and by claim the next of the same household. */
function chained(claims: readonly Claim[], households: number) {
  const next = new Int32Array(claims.length).fill(none);
  const last = new Int32Array(households).fill(none);
  const firsts: number[] = [];
  for (const { number, household } of claims) {
    if (last[household] === none) firsts.push(number);
    else next[last[household]!] = number;
    last[household] = number;
  }
  return { firsts, next };
}

/**
 * How every household of the list came out, also where all is in order. In the list's own order, so that an auditor can
 * tick it line by line; a household with two accounts is one line.
 */
export function householdVerdicts(cases: Cases, { claims }: Claims): HouseholdVerdicts {
  const { firsts, next } = chained(claims, cases.householdCount);
  return {
    count: firsts.length,
    due: sumOf(claims, 'due'),
    paid: sumOf(claims, 'paid'),
    *[Symbol.iterator]() {
      for (const first of firsts) {
        const own: Claim[] = [];
        for (let claim = first; claim !== none; claim = next[claim]!) own.push(claims[claim]!);
        yield verdictOf(cases, own);
      }
    },
  };
}
