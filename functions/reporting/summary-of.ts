import { type Severity, severities } from '../../schemas/finding.ts';
import { moneyIdentities, publishMoneyProof } from '../../schemas/money-proof.ts';
import type { ControlTotal, FileReport } from '../../schemas/reading.ts';
import { sources } from '../../schemas/sources/sources.ts';
import type { FileSummary, Summary } from '../../schemas/summary.ts';
import { dayText } from '../../schemas/values/day.ts';
import { yuanText } from '../../schemas/values/money.ts';
import { asWritten } from './profile-value.ts';
import type { Report } from './report.ts';

function controlTotal({ address, level, column, stated, summed, count, overRejectedRows }: ControlTotal) {
  const text = (value: number) => (count ? String(value) : yuanText(value));
  const { sheet, row } = address;
  return { sheet, row, level, column, stated: text(stated), summed: text(summed), overRejectedRows };
}

/** What `summary.json` says of one file. */
export function summariseFile(file: FileReport): FileSummary {
  return {
    source: file.source,
    sourceName: sources[file.source].name,
    file: file.file,
    kind: file.kind,
    encoding: file.encoding ?? null,
    delimiter: file.delimiter ?? null,
    size: file.size,
    sha256: file.sha256,
    dataDay: file.dataDay === undefined ? null : dayText(file.dataDay),
    sameAs: file.sameAs ?? null,
    rows: { ...file.rows },
    repairs: Object.fromEntries(Object.entries(file.repairs).sort(([one], [other]) => (one < other ? -1 : 1))),
    unknownColumns: [...file.unknownColumns],
    unknownWords: file.unknownWords.map(({ field, word, count, profileLine }) => ({ field, word, count, profileLine })),
    sheets: file.sheets.map(({ sheet, outcome, headingRow }) => ({ sheet, outcome, headingRow })),
    remarks: [...file.remarks],
    controlTotals: file.controlTotals.map(controlTotal),
  };
}

function rowTotals(files: readonly FileReport[]): Summary['rows'] {
  const total = { read: 0, accepted: 0, rejected: 0, superseded: 0 };
  for (const { rows } of files) {
    total.read += rows.read;
    total.accepted += rows.accepted;
    total.rejected += rows.rejected;
    total.superseded += rows.superseded;
  }
  return total;
}

function rulesOf({ findings }: Report): Summary['rules'] {
  return findings.rules.map(({ rule, title, clause, total, bySeverity, byTownship, amount, money, caveat }) => ({
    rule,
    title,
    clause,
    total,
    bySeverity: { ...bySeverity },
    byTownship: byTownship.map((each) => ({
      township: each.township,
      count: each.count,
      amountDifference: money ? yuanText(each.amount) : null,
    })),
    amountDifference: money ? yuanText(amount) : null,
    caveat,
  }));
}

function bySeverity({ findings }: Report): Record<Severity, number> {
  const sumOf = (severity: Severity) => findings.rules.reduce((sum, rule) => sum + rule.bySeverity[severity], 0);
  return Object.fromEntries(severities.map((severity) => [severity, sumOf(severity)])) as Record<Severity, number>;
}

function moneyOf({ payout }: Report): Pick<Summary, 'money' | 'moneyIdentities'> {
  if (payout === undefined) return { money: null, moneyIdentities: [] };
  const identities = moneyIdentities(payout.money).map(({ id, text, left, right, counts }) => {
    const figure = (value: number) => (counts ? String(value) : yuanText(value));
    return { id, text, left: figure(left), right: figure(right) };
  });
  return { money: publishMoneyProof(payout.money), moneyIdentities: identities };
}

/** `summary.json` of a report. */
export function summaryOf(report: Report): Summary {
  const { job, county, countyName, period, asOf, dueDate, versions, key, forced, profile, reading, findings } = report;
  const rejectedRows = reading.rejects.filter(({ kind }) => kind === 'row').length;
  return {
    job,
    county,
    countyName,
    period,
    asOf: dayText(asOf),
    dueDate: dueDate === undefined ? null : dayText(dueDate),
    programVersion: versions.program,
    ruleSetVersion: versions.ruleSet,
    key,
    forced: [...forced],
    profile: { sha256: profile.sha256 ?? null, differs: profile.differs.map(asWritten) },
    inputs: {
      files: reading.files.length,
      skippedFiles: reading.skippedFiles,
      unusedSources: [...reading.unusedSources],
    },
    rows: rowTotals(reading.files),
    files: reading.files.map(summariseFile),
    rejects: { rows: rejectedRows, values: reading.rejects.length - rejectedRows },
    findings: { total: findings.total, bySeverity: bySeverity(report) },
    rules: rulesOf(report),
    notRun: findings.notRun.map(({ rule, title, clause, reason }) => ({ rule, title, clause, reason })),
    ...moneyOf(report),
  };
}
