import type { Cases } from '../../../schemas/case.ts';
import type { Claim, Claims } from '../../../schemas/claim.ts';
import { claimVerdicts, type HouseholdVerdict, type HouseholdVerdicts } from '../../../schemas/household-verdict.ts';
import type { Fen } from '../../../schemas/values/money.ts';
import { claimVerdict } from './claim-verdict.ts';
import { failureReasons } from './payment-failed.ts';

function verdictOf(cases: Cases, claims: readonly Claim[]): HouseholdVerdict {
  const { township, village, householdId, headName, headId } = cases.household(claims[0]!.household);
  const found = claims.map(claimVerdict);
  const open = claimVerdicts.filter((verdict) => verdict !== '一致' && found.includes(verdict));
  return {
    township,
    village,
    householdId,
    headName,
    headId,
    accounts: claims.map(({ account }) => account).filter((account) => account !== ''),
    due: sumOf(claims, 'due'),
    paid: sumOf(claims, 'paid'),
    verdicts: open.length > 0 ? open : ['一致'],
    reason: failureReasons(claims.flatMap((claim, at) => (found[at] === '发放失败' ? claim.failedRows : []))),
  };
}

const sumOf = (claims: readonly Claim[], amount: 'due' | 'paid') => claims.reduce((sum, claim) => sum + claim[amount], 0) as Fen;

/**
 * How every household of the list came out, also where all is in order. In the list's own order, so that an auditor can
 * tick it line by line; a household with two accounts is one line.
 */
export function householdVerdicts(cases: Cases, { claims }: Claims): HouseholdVerdicts {
  const byHousehold = new Map<number, Claim[]>();
  for (const claim of claims) {
    const own = byHousehold.get(claim.household);
    if (own === undefined) byHousehold.set(claim.household, [claim]);
    else own.push(claim);
  }
  return {
    count: byHousehold.size,
    due: sumOf(claims, 'due'),
    paid: sumOf(claims, 'paid'),
    *[Symbol.iterator]() {
      for (const own of byHousehold.values()) yield verdictOf(cases, own);
    },
  };
}
