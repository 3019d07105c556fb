import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../schemas/summary.ts';
import { publicationLines, refusalLines, resultLines } from './result-text.ts';

const summary = {
  job: 'half-year',
  county: '230123',
  countyName: '示例县',
  period: '2020H1',
  asOf: '2020-06-30',
  key: 'sample',
  forced: ['低保台账退回 30%'],
  rows: { read: 10, accepted: 9, rejected: 1, superseded: 0 },
  rejects: { rows: 1, values: 2 },
  rules: [
    {
      rule: 'a',
      title: '在保未建档',
      total: 2,
      bySeverity: { error: 0, warning: 0, notice: 0, list: 2 },
      amountDifference: null,
      caveat: '',
    },
    {
      rule: 'b',
      title: '空规则',
      total: 0,
      bySeverity: { error: 0, warning: 0, notice: 0, list: 0 },
      amountDifference: null,
      caveat: '',
    },
  ],
  notRun: [{ rule: 'c', title: '死亡人员仍在保', clause: '二-1', reason: '未提供死亡火化名册' }],
} as unknown as Summary;

const publication = { location: resolve('out', '230123'), changed: true, earlier: undefined };

describe('what the terminal says of a run', () => {
  it.each([
    [true, '原报告被改动过（如已填写核实情况），没能移到 earlier'],
    [false, '旧报告的文件夹没能删掉'],
  ])('names what was left of the report before (worked in by people: %s)', (byPeople, words) => {
    const leftBehind = { folder: resolve('out', '.half-year.old'), byPeople };
    expect(resultLines(summary, { ...publication, leftBehind }).at(-1)).toContain(words);
  });

  it('is the counts, the rules that found something, what did not run and where the report lies', () => {
    const lines = resultLines(summary, publication);
    expect(lines[0]).toBe('半年比对  示例县  2020H1  时点 2020-06-30');
    expect(lines).toContain('读入 10 行，采用 9 行，退回 1 行，未采用的值 2 个。');
    expect(lines).toContain('在保未建档     0     0     0     2     2');
    expect(lines.join('\n')).not.toContain('空规则');
    expect(lines).toContain('未运行：死亡人员仍在保（未提供死亡火化名册）');
    expect(lines).toContain('强制发布：低保台账退回 30%');
    expect(lines.at(-1)).toBe(`报告在 ${join('out', '230123')}`);
  });

  it('tells a rule that could not do all of its work from one that did not run', () => {
    const [first, ...rest] = summary.rules;
    const partly = {
      ...summary,
      rules: [{ ...first!, caveat: '未提供特困名册' }, ...rest],
      notRun: [{ rule: 'b', title: '空规则', clause: '', reason: '标识列全空（特困）' }],
    };
    const lines = resultLines(partly, publication);
    expect(lines).toContain('部分未运行：空规则（标识列全空（特困））');
    expect(lines).toContain('未能排除：在保未建档（未提供特困名册）');
  });

  it('lets no name of a file steer the terminal', () => {
    const refusal = { file: 'a\u001b[2Jb.csv', source: undefined, reason: '没有表头', mend: '请核对 \r 后重试' };
    expect(refusalLines([refusal]).join('')).not.toMatch(/[\u001b\r]/u);
  });

  it('says where an earlier report went, and that nothing changed', () => {
    const kept = publicationLines({ ...publication, earlier: resolve('out', 'earlier') });
    expect(kept[1]).toContain(`整个文件夹已移到 ${join('out', 'earlier')}`);
    expect(publicationLines({ ...publication, changed: false })[0]).toContain('报告没有变化');
  });

  it('lists all refusals, each with its place and its mend', () => {
    const lines = refusalLines([
      { file: 'a.csv', source: 'dibao-roster', reason: '没有表头', mend: '请补上表头。' },
      { file: '', source: undefined, reason: '缺少建档立卡', mend: '' },
    ]);
    expect(lines).toEqual([
      '没有生成报告，以下 2 处需要处理：',
      '1. dibao-roster/a.csv：没有表头。\n   → 请补上表头。',
      '2. 缺少建档立卡。',
    ]);
  });
});
