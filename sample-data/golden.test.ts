import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { halfYearRules, payoutRules } from '../functions/rules/index.ts';
import { findingLineSchema } from '../schemas/finding.ts';
import { rejectLineSchema } from '../schemas/reject.ts';
import { type GoldenRun, goldenRun, type Line, planted } from './golden-run.ts';

const out = mkdtempSync(join(tmpdir(), 'dibao-golden-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const jobs = [
  { job: 'half-year', file: 'expected-findings.csv', rules: halfYearRules },
  { job: 'payout', file: 'expected-payout-findings.csv', rules: payoutRules },
] as const;

describe.each(jobs)('the sample county, $job', ({ job, file, rules }) => {
  let run: GoldenRun;
  const expected = planted(file);
  beforeAll(async () => {
    run = await goldenRun(job, 'inbox', out);
  });

  it('finds everything that was planted and nothing else', () => {
    const found = run.findings.map(subject).sort();
    const wanted = expected.map(subject).sort();
    expect(without(found, wanted), 'found, and planted by nobody').toEqual([]);
    expect(without(wanted, found), 'planted, and not found').toEqual([]);
  });

  it('gives the two values that disagree where the rule lays down their words', () => {
    for (const line of expected) {
      const same = run.findings.filter((finding) => subject(finding) === subject(line));
      const fits = (finding: Line) =>
        ['expected', 'actual'].every((column) => line[column] === '*' || line[column] === finding[column]);
      expect(same.some(fits), `${subject(line)}: ${line['expected']} / ${line['actual']}`).toBe(true);
    }
  });

  it('does not find the near misses', () => {
    const found = new Set(run.findings.map(({ rule, id_number }) => `${rule} ${id_number}`));
    const near = planted('near-misses.csv').filter((line) => line['job'] === job);
    expect(near.length).toBeGreaterThan(20);
    const named = new Set(expected.filter(({ id_number }) => id_number !== '').map(({ rule }) => rule));
    expect(near.filter(({ rule = '' }) => !named.has(rule))).toEqual([]);
    expect(near.filter(({ rule, id_number }) => found.has(`${rule} ${id_number}`))).toEqual([]);
  });

  it('sets aside the planted rows and values and no others', () => {
    const told = ({ kind, source, value }: Line) => `${kind} ${source} ${value}`;
    const wanted = planted('expected-rejects.csv').filter((line) => line['job'] === job);
    expect(run.rejects.map(told).sort()).toEqual(wanted.map(told).sort());
  });

  it('writes lines of the shape that the schemas promise', () => {
    for (const line of run.findings) findingLineSchema.parse(line);
    for (const line of run.rejects) rejectLineSchema.parse(line);
  });

  it('has somebody who shows each rule', () => {
    const shown = new Set(expected.map(({ rule }) => rule));
    expect(rules.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });
});

describe('the quarter’s money', () => {
  it('went where the stories sent it, to the fen', async () => {
    const { result } = await goldenRun('payout', 'inbox', out);
    const money = result.outcome === 'published' ? result.summary.money : null;
    const figures: Record<string, unknown> = { ...money };
    for (const { figure, yuan } of planted('expected-money.csv'))
      expect(figures[figure ?? ''], figure).toMatchObject({ amount: yuan });
  });
});

/** Of whom a finding speaks, how gravely and with what amount. */
const subject = (line: Line): string => columns.map((column) => line[column]).join('|');

const columns = [
  'rule',
  'severity',
  'township',
  'village',
  'household_id',
  'head_name',
  'name',
  'id_number',
  'account',
  'amount_difference',
  'match_basis',
];

/** What `from` has more often than `other`. */
function without(from: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return from.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
