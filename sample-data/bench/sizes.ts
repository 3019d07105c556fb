/** How many households a county of the bench has; the rows of every source follow from them. */
export interface BenchSize {
  readonly job: 'half-year' | 'payout';
  readonly period: string;
  readonly households: number;
  readonly townships: number;
  /** Assisted households, in a thousand, that are not registered as poor. */
  readonly unregistered: number;
  /** Registered households without dibao, as a share of the assisted ones. */
  readonly onlyRegistered: number;
  /** 特困 households of the system beside the assisted ones, as a share of these. */
  readonly supported: number;
  /** Files a source; more files, shorter ones. */
  readonly files: number;
}

/** As many findings a row as the figures of other tools were taken with: one in seven, in the province one in five. */
const usual = { unregistered: 340, onlyRegistered: 0.34, supported: 0.195 };
const whole = { unregistered: 480, onlyRegistered: 0.28, supported: 0 };

/** Rows of all sources together: 20,000, 200,000 and 2,800,000, and 200,000 of a quarter. */
export const benchSizes = {
  county: { ...usual, job: 'half-year', period: '2020H1', households: 2985, townships: 12, files: 2 },
  large: { ...usual, job: 'half-year', period: '2020H1', households: 29_850, townships: 20, files: 4 },
  province: { ...whole, job: 'half-year', period: '2020H1', households: 476_190, townships: 240, files: 16 },
  payout: { ...usual, job: 'payout', period: '2020Q3', households: 30_770, townships: 20, files: 4 },
  // The counties that bounds were first set for: 20,000 + 20,000 + 25,000 and 100,000 + 100,000 + 120,000 rows; 60,000
  // list and 62,000 bank rows in eight files beside 110,000 of roster and system each.
  'county-65k': { ...usual, job: 'half-year', period: '2020H1', households: 9640, townships: 16, files: 2 },
  'county-320k': { ...usual, job: 'half-year', period: '2020H1', households: 48_200, townships: 24, files: 4 },
  'quarter-340k': { ...usual, job: 'payout', period: '2020Q3', households: 52_600, townships: 24, files: 8 },
} as const satisfies Record<string, BenchSize>;

export type BenchName = keyof typeof benchSizes;
