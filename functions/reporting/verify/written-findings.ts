import { findingColumns } from '../../../schemas/finding.ts';
import { rejectColumns } from '../../../schemas/reject.ts';
import { readMoney } from '../../../schemas/values/money.ts';
import type { ReportFiles } from '../report-files.ts';
import { CsvRecords, fieldsOf } from './csv-records.ts';
import { readWritten, type WrittenFile } from './written-file.ts';

/** What `findings.csv` says of one rule. */
export interface WrittenRule {
  count: number;
  /** Sum of the amount differences in fen. */
  amount: number;
  /** Findings, and their fen, that say less than due was paid. */
  short: { count: number; amount: number };
  /** The same for more than due; where nothing was due, all that was paid. */
  over: { count: number; amount: number };
}

/** A finding id and its comma stand before the rule. */
const idLength = 17;
const comma = 0x2c;
const at = (column: (typeof findingColumns)[number]) => findingColumns.indexOf(column);

const fenOf = (text = '') => readMoney(text.replace(/^'/, ''));

function addAmount(rule: WrittenRule, record: string): void {
  const fields = fieldsOf(record);
  const difference = fenOf(fields[at('amount_difference')]);
  if (difference === undefined) return;
  rule.amount += difference;
  const due = fenOf(fields[at('expected')]) ?? 0;
  const side = difference < 0 ? rule.short : rule.over;
  side.count++;
  side.amount += due < 0 ? difference + due : difference;
}

/** Counts `findings.csv` again from its bytes. `money` names the rules whose amounts are summed. */
export async function countFindings(
  files: ReportFiles,
  money: ReadonlySet<string>,
): Promise<{ written: WrittenFile; rules: ReadonlyMap<string, WrittenRule>; whole: boolean }> {
  const rules = new Map<string, WrittenRule>();
  let name = '';
  let rule: WrittenRule | undefined;
  let current: Buffer = Buffer.alloc(0);
  let heading = '';
  const records = new CsvRecords((bytes, start, end) => {
    if (heading === '') {
      heading = bytes.toString('utf8', start, end);
      return;
    }
    const from = start + idLength;
    // Findings stand in rule order, so nearly always this is the rule of the line before.
    if (rule === undefined || bytes.compare(current, 0, current.length, from, from + current.length) !== 0) {
      current = Buffer.from(bytes.subarray(from, bytes.indexOf(comma, from) + 1));
      name = current.toString('utf8', 0, current.length - 1);
      rule = rules.get(name) ?? { count: 0, amount: 0, short: { count: 0, amount: 0 }, over: { count: 0, amount: 0 } };
      rules.set(name, rule);
    }
    rule.count++;
    if (money.has(name)) addAmount(rule, bytes.toString('utf8', start, end));
  });
  const written = await readWritten(files, 'findings.csv', (chunk) => records.add(chunk));
  return { written, rules, whole: records.unfinished === 0 && heading === `\uFEFF${findingColumns.join(',')}` };
}

/** Counts `rejects.csv` again. */
export async function countRejects(
  files: ReportFiles,
): Promise<{ written: WrittenFile; rows: number; values: number; whole: boolean }> {
  let heading = '';
  let [rows, values] = [0, 0];
  const records = new CsvRecords((bytes, start, end) => {
    if (heading === '') heading = bytes.toString('utf8', start, end);
    else if (bytes.toString('latin1', start, start + 4) === 'row,') rows++;
    else values++;
  });
  const written = await readWritten(files, 'rejects.csv', (chunk) => records.add(chunk));
  return { written, rows, values, whole: records.unfinished === 0 && heading === `\uFEFF${rejectColumns.join(',')}` };
}
