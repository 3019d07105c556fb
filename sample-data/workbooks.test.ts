import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { goldenRun, type Line } from './golden-run.ts';

const out = mkdtempSync(join(tmpdir(), 'dibao-workbooks-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Files have other names, and rows other numbers: where a value stands, and what is said of a file, cannot be the same. */
const ofFiles = new Set(['payment-late', 'batch-total-mismatch']);

function comparable(line: Line): string {
  const { sources: _, message, finding_id, facts, ...rest } = line;
  return JSON.stringify(ofFiles.has(line['rule'] ?? '') ? rest : { ...rest, message, finding_id, facts });
}

describe.each(['half-year', 'payout'] as const)('%s over the same county in workbooks', (job) => {
  it('finds the same, sources aside', async () => {
    const text = await goldenRun(job, 'inbox', join(out, 'text'));
    const workbooks = await goldenRun(job, 'inbox-workbooks', join(out, 'workbooks'));
    expect(text.findings.length).toBeGreaterThan(40);
    expect(workbooks.findings.map(comparable)).toEqual(text.findings.map(comparable));
  });

  it('sets aside the same rows and values', async () => {
    const told = ({ kind, source, column, value }: Line) => `${kind} ${source} ${column} ${value}`;
    const text = await goldenRun(job, 'inbox', join(out, 'text'));
    const workbooks = await goldenRun(job, 'inbox-workbooks', join(out, 'workbooks'));
    expect(workbooks.rejects.map(told).sort()).toEqual(text.rejects.map(told).sort());
  });
});
