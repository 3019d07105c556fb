import type * as z from 'zod';
import type { RuleCount } from '../../schemas/finding.ts';
import { type Manifest, manifestSchema } from '../../schemas/manifest.ts';
import { type Summary, summarySchema } from '../../schemas/summary.ts';
import { overviewName } from './overview-sheet.ts';
import type { Report } from './report.ts';
import type { ReportFiles } from './report-files.ts';
import { fileLayout } from './sheets/file-sheet.ts';
import { householdLayout } from './sheets/household-sheet.ts';
import { rejectLayout } from './sheets/reject-sheet.ts';
import { ConservationBroken } from './verify/conservation-broken.ts';
import { householdColumns, moneyDisagreements } from './verify/money-check.ts';
import { readWhole, type WrittenFile } from './verify/written-file.ts';
import { countFindings, countRejects, type WrittenRule } from './verify/written-findings.ts';
import { countWorkbook, type WrittenSheet } from './verify/written-workbook.ts';

/** What the files of a report must come to. It holds nothing of what the report was written from, which by then may go. */
export interface ReportTotals {
  readonly rules: readonly RuleCount[];
  readonly findings: number;
  readonly rejects: { readonly rows: number; readonly values: number };
  readonly files: number;
  readonly hasMoney: boolean;
}

export function totalsOf({ findings, reading, payout }: Report): ReportTotals {
  const rows = reading.rejects.filter(({ kind }) => kind === 'row').length;
  return {
    rules: findings.rules,
    findings: findings.total,
    rejects: { rows, values: reading.rejects.length - rows },
    files: reading.files.length,
    hasMoney: payout !== undefined,
  };
}

/** What was counted in the files as they were written. */
interface Counted {
  readonly rules: ReadonlyMap<string, WrittenRule>;
  readonly rejects: { readonly rows: number; readonly values: number };
  readonly sheets: readonly WrittenSheet[];
  readonly summary: Summary;
  readonly manifest: Manifest;
  readonly files: readonly WrittenFile[];
}

/**
 * Counts a written report again from its bytes, against what the run found: every finding in `findings.csv` and on its
 * sheet, every reject, every household, every yuan of the proof, every hash of the manifest. Throws `ConservationBroken`
 * or `MoneyNotConserved`: both are faults of the program, and the report must not be published.
 */
export async function verifyReport(files: ReportFiles, totals: ReportTotals): Promise<void> {
  const money = new Set(totals.rules.filter((rule) => rule.money).map(({ rule }) => rule));
  const manifest = parsed(manifestSchema, await readWhole(files, 'manifest.json'));
  // The workbook unpacks on another thread while the lines are counted on this one.
  const [workbook, findings, rejects, summary] = await Promise.all([
    countWorkbook(files, householdColumns),
    countFindings(files, money),
    countRejects(files),
    readWhole(files, 'summary.json'),
  ]);
  const damaged = [workbook, findings, rejects].filter(({ whole }) => !whole).map(({ written }) => `${written.file} 不完整`);
  if (damaged.length > 0) throw new ConservationBroken(damaged);
  const counted: Counted = {
    rules: findings.rules,
    rejects,
    sheets: workbook.sheets,
    summary: parsed(summarySchema, summary),
    manifest,
    files: [workbook.written, findings.written, rejects.written, summary],
  };
  const broken = [
    ...hashDisagreements(counted),
    ...rowDisagreements(counted),
    ...ruleDisagreements(counted, totals),
    ...sheetDisagreements(counted, totals),
    ...(totals.hasMoney
      ? moneyDisagreements(counted.summary.money, counted.rules, sheetsNamed(counted.sheets, householdLayout.title))
      : []),
  ];
  if (broken.length > 0) throw new ConservationBroken(broken);
}

/** Walks the schema: to compile it for a single file takes three times as long. */
const parsed = <Content>(schema: z.ZodType<Content>, { bytes }: { readonly bytes: Buffer }): Content =>
  schema.parse(JSON.parse(bytes.toString('utf8')), { jitless: true });

function hashDisagreements({ manifest, files }: Counted): string[] {
  const named = new Map(manifest.outputs.map((output) => [output.file, output]));
  const differing = files.filter(({ file, size, sha256 }) => {
    const output = named.get(file);
    return output === undefined || output.size !== size || output.sha256 !== sha256;
  });
  return differing.map(({ file }) => `${file} 与 manifest.json 的哈希不符`);
}

/** Read = accepted + rejected, file by file and in total. */
function rowDisagreements({ summary }: Counted): string[] {
  const unequal = summary.files.filter(({ rows }) => rows.read !== rows.accepted + rows.rejected);
  const rejected = summary.files.reduce((sum, { rows }) => sum + rows.rejected, 0);
  return [
    ...unequal.map(({ file, rows }) => `${file}：读取 ${rows.read} ≠ 采用 ${rows.accepted} + 退回 ${rows.rejected}`),
    ...compare('summary.json 退回行合计', summary.rows.rejected, rejected),
  ];
}

const compare = (what: string, there: number, expected: number): string[] =>
  there === expected ? [] : [`${what}：文件 ${there}，应为 ${expected}`];

function ruleDisagreements({ rules, summary }: Counted, totals: ReportTotals): string[] {
  const published = new Map(summary.rules.map(({ rule, total }) => [rule, total]));
  const unknown = [...rules.keys()].filter((rule) => !totals.rules.some((each) => each.rule === rule));
  return [
    ...unknown.map((rule) => `findings.csv 有未运行的规则 ${rule}`),
    ...totals.rules.flatMap(({ rule, total, money, amount }) => [
      ...compare(`findings.csv ${rule} 条数`, rules.get(rule)?.count ?? 0, total),
      ...(money ? compare(`findings.csv ${rule} 金额（分）`, rules.get(rule)?.amount ?? 0, amount) : []),
      ...compare(`summary.json ${rule} 条数`, published.get(rule) ?? 0, total),
    ]),
    ...compare(
      'findings.csv 总条数',
      [...rules.values()].reduce((sum, { count }) => sum + count, 0),
      totals.findings,
    ),
    ...compare('summary.json 总条数', summary.findings.total, totals.findings),
  ];
}

/** A table's own sheet, its doubtful ones, and what continues them. */
function sheetsNamed(sheets: readonly WrittenSheet[], title: string): WrittenSheet[] {
  return sheets.filter(({ name }) => name.startsWith(title) && /^(?:（待核实）)?(?:（续\d+）)?$/.test(name.slice(title.length)));
}

function sheetDisagreements({ sheets, rejects }: Counted, totals: ReportTotals): string[] {
  const rows = (title: string) => sheetsNamed(sheets, title).reduce((sum, sheet) => sum + sheet.rows, 0);
  return [
    ...totals.rules.flatMap(({ title, total }) => compare(`report.xlsx “${title}”行数`, rows(title), total)),
    ...compare('rejects.csv 退回行', rejects.rows, totals.rejects.rows),
    ...compare('rejects.csv 未采用的值', rejects.values, totals.rejects.values),
    ...compare(`report.xlsx “${rejectLayout.title}”行数`, rows(rejectLayout.title), totals.rejects.rows + totals.rejects.values),
    ...compare(`report.xlsx “${fileLayout.title}”行数`, rows(fileLayout.title), totals.files),
    ...(sheets.some(({ name }) => name === overviewName) ? [] : [`report.xlsx 缺少“${overviewName}”`]),
  ];
}
