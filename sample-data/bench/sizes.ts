/** How many households a county of the bench has; the rows of every source follow from them. */
export interface BenchSize {
  readonly job: 'half-year' | 'payout';
  readonly period: string;
  readonly households: number;
  readonly townships: number;
  /** Files a source; more files, shorter ones. */
  readonly files: number;
}

/** A household has 2.1 people on average, so 9,524 of them are 20,000 roster rows. */
export const benchSizes = {
  county: { job: 'half-year', period: '2020H1', households: 9524, townships: 12, files: 2 },
  large: { job: 'half-year', period: '2020H1', households: 47_619, townships: 20, files: 4 },
  province: { job: 'half-year', period: '2020H1', households: 476_190, townships: 240, files: 16 },
  payout: { job: 'payout', period: '2020Q3', households: 52_381, townships: 20, files: 4 },
} as const satisfies Record<string, BenchSize>;

export type BenchName = keyof typeof benchSizes;
