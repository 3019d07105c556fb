import { createNameRegister } from './names.ts';
import type { Finding, NearMiss, Reject } from './planted.ts';
import { createRandom, type Random } from './random.ts';
import { createIdRegister } from './resident-ids.ts';
import { type Books, emptyBooks } from './rows.ts';

export interface Person {
  readonly name: string;
  readonly id: string;
  readonly female: boolean;
  readonly birthYear: number;
  readonly relation: string;
  /** False: lives in the household and is not assisted. */
  readonly covered: boolean;
}

/** A household as it really is; the books may tell it otherwise. Its first member is the head. */
export interface Household {
  readonly id: string;
  readonly certificate: string;
  /** The poverty registration numbers households by itself. */
  readonly registrationId: string;
  readonly area: '农村' | '城市';
  readonly township: string;
  readonly village: string;
  readonly members: readonly Person[];
  readonly category: 'A' | 'B' | 'C';
  /** Fen a month. */
  readonly base: number;
  readonly categoryAmount: number;
  /** First month of assistance, 2016-05. */
  readonly start: string;
  readonly bank: string;
  readonly account: string;
}

export interface County {
  readonly random: Random;
  readonly names: (surname: string | undefined, female: boolean) => string;
  readonly ids: (birth: { year: number; month: number; day: number }, female: boolean) => string;
  readonly number: () => number;
  readonly halfYear: Books;
  readonly quarter: Books;
  readonly halfYearFindings: Finding[];
  readonly payoutFindings: Finding[];
  readonly nearMisses: NearMiss[];
  readonly rejects: Reject[];
  /** Claims of the quarter with less than nothing due, in fen. */
  readonly toRecover: { readonly due: number }[];
}

export function createCounty(seed: number): County {
  const random = createRandom(seed);
  let last = 0;
  return {
    random,
    names: createNameRegister(random),
    ids: createIdRegister(random),
    number: () => ++last,
    halfYear: emptyBooks(),
    quarter: emptyBooks(),
    halfYearFindings: [],
    payoutFindings: [],
    nearMisses: [],
    rejects: [],
    toRecover: [],
  };
}

export const headOf = (household: Household): Person => {
  const [head] = household.members;
  if (!head) throw new Error('a household without people');
  return head;
};

export const coveredOf = (household: Household): readonly Person[] => household.members.filter((member) => member.covered);

/** Fen a month, both parts. */
export const monthlyOf = (household: Household): number => household.base + household.categoryAmount;
