import * as z from 'zod';
import { severities } from './finding.ts';
import { jobIdSchema } from './job.ts';
import { publishedMoneyProofSchema } from './money-proof.ts';
import { sourceIds } from './sources/source.ts';

const count = z.int().min(0);
/** Yuan as text with two decimals, `-` for short: `-1234.50`. */
const yuan = z.string().regex(/^-?\d+\.\d\d$/);
/** Lower-case hex. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** `2020-06-30`. */
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const severityCounts = z.record(z.enum(severities), count);

/** One input file: what stood in it and what became of it. `rows.read` = `rows.accepted` + `rows.rejected`. */
const fileSummary = z.object({
  source: z.enum(sourceIds),
  /** The source's Chinese name. */
  sourceName: z.string(),
  /** Name without folders. */
  file: z.string(),
  kind: z.enum(['text', 'xlsx', 'xls', 'html']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** Bytes. */
  size: count,
  sha256,
  /** 数据时点: the date that title, sheet or file name gives; null where unknown. */
  dataDay: day.nullable(),
  /** The file with the same bytes that was read in its place. */
  sameAs: z.string().nullable(),
  rows: z.object({
    read: count,
    accepted: count,
    rejected: count,
    /** Among the accepted: rows that a later file says anew. */
    superseded: count,
    blank: count,
    heading: count,
    total: count,
    note: count,
  }),
  /** How often each kind of repair was made to a value. */
  repairs: z.record(z.string(), count),
  /** Headings that are no field's: read by nobody. */
  unknownColumns: z.array(z.string()),
  /** Words that none of a field's values has, with a line ready for the county profile. */
  unknownWords: z.array(z.object({ field: z.string(), word: z.string(), count, profileLine: z.string() })),
  sheets: z.array(z.object({ sheet: z.string(), outcome: z.string(), headingRow: count })),
  /** Chinese sentences: like columns that were not taken, old data … */
  remarks: z.array(z.string()),
  /** Written totals beside the sum of the rows that they speak of. Yuan; plain numbers for a count of rows. */
  controlTotals: z.array(
    z.object({
      sheet: z.string(),
      row: count,
      level: z.enum(['小计', '合计', '总计']),
      column: z.string(),
      stated: z.string(),
      summed: z.string(),
      overRejectedRows: z.boolean(),
    }),
  ),
});
export type FileSummary = z.infer<typeof fileSummary>;

const ruleSummary = z.object({
  rule: z.string(),
  /** Chinese title. */
  title: z.string(),
  /** Paragraph of the county plan, e.g. 九-2. */
  clause: z.string(),
  total: count,
  bySeverity: severityCounts,
  /** Townships as printed, '' where the subject has none. */
  byTownship: z.array(z.object({ township: z.string(), count, amountDifference: yuan.nullable() })),
  /** Sum over all findings; null for a rule that gives no amounts. */
  amountDifference: yuan.nullable(),
  /** What could not be ruled out, in Chinese; '' where nothing. */
  caveat: z.string(),
});

/**
 * `summary.json`: counts, totals, what ran and what did not. Holds no id and no account, and a name only where a file has
 * one in place of a word to choose from.
 */
export const summarySchema = z.object({
  job: jobIdSchema,
  /** Six digits of GB/T 2260. */
  county: z.string(),
  /** The profile's name of the county, '' without. */
  countyName: z.string(),
  /** `2020H1`, `2020Q3` or `2020-06`. */
  period: z.string(),
  asOf: day,
  /** Last day on which the quarter's money is in time; null for other jobs. */
  dueDate: day.nullable(),
  programVersion: z.string(),
  ruleSetVersion: z.string(),
  /** `sample`: no key was given, so finding ids are made with the public one. */
  key: z.enum(['sample', 'county']),
  /** What the breaker would have stopped, had the run not been forced. */
  forced: z.array(z.string()),
  profile: z.object({
    /** Of the profile file; null without one. */
    sha256: sha256.nullable(),
    /** Values that differ from the default, by their path; JSON text. */
    differs: z.array(z.object({ path: z.string(), value: z.string() })),
  }),
  inputs: z.object({
    files: count,
    /** Files passed over by name (`~$…`, Thumbs.db …). */
    skippedFiles: count,
    /** Sources that are there and that the job does not use. */
    unusedSources: z.array(z.enum(sourceIds)),
  }),
  rows: z.object({ read: count, accepted: count, rejected: count, superseded: count }),
  files: z.array(fileSummary),
  rejects: z.object({ rows: count, values: count }),
  findings: z.object({ total: count, bySeverity: severityCounts }),
  /** Every rule that ran, in report order, also those that found nothing. */
  rules: z.array(ruleSummary),
  /** Rules that did not run, and why: never the same as nothing found. */
  notRun: z.array(z.object({ rule: z.string(), title: z.string(), clause: z.string(), reason: z.string() })),
  /** Payout: where every yuan went, figure by figure, in yuan; null for other jobs. */
  money: publishedMoneyProofSchema.nullable(),
  /** What must hold of these figures, both sides as they are: yuan, or a plain number where rows or claims are counted. */
  moneyIdentities: z.array(z.object({ id: z.string(), text: z.string(), left: z.string(), right: z.string() })),
});
export type Summary = z.infer<typeof summarySchema>;
