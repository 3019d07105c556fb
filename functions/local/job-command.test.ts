import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { validId } from '../../sample-data/builders.ts';
import { summarySchema } from '../../schemas/summary.ts';

const launcher = fileURLToPath(new URL('dibao.mjs', import.meta.url));
const base = mkdtempSync(join(tmpdir(), 'dibao-命令 '));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let inbox: string;
let out: string;
let home: string;
beforeEach(() => {
  const folder = mkdtempSync(join(base, '县 '));
  inbox = join(folder, 'inbox');
  out = join(folder, 'out');
  home = join(out, '230123', '2020H1');
  mkdirSync(inbox);
});

const roster = (rows: number, amount = '300'): string =>
  ['城乡类别,户主姓名,姓名,身份证号,月保障金额,乡镇,村', ...Array.from({ length: rows }, (_, at) => rosterRow(at, amount))].join(
    '\r\n',
  );
const rosterRow = (at: number, amount: string): string =>
  `农村,王某,王某,${validId('230123', '19500101', at)},${amount},红旗乡,第${at}村`;
const registration = (rows: number): string =>
  [
    '乡(镇),行政村,户编号,姓名,证件号码,贫困户属性,脱贫属性',
    ...Array.from(
      { length: rows },
      (_, at) => `红旗乡,第${at}村,H${at},王某,${validId('230123', '19500101', at)},低保贫困户,已脱贫`,
    ),
  ].join('\r\n');

function put(path: string, content: string): void {
  const file = join(inbox, '230123', '2020H1', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function halfYear(...more: string[]): { status: number | null; stdout: string; stderr: string } {
  const words = ['half-year', '--inbox', inbox, '--county', '230123', '--period', '2020H1', '--out', out, ...more];
  return spawnSync(process.execPath, [launcher, ...words], { encoding: 'utf8' });
}

describe('dibao half-year', () => {
  it('publishes five files and says where, then leaves all as it is when nothing is new', () => {
    put('dibao-roster/农村低保台账.csv', roster(5));
    put('建档立卡.csv', registration(3));
    const first = halfYear();
    expect(first.stderr).toMatch(/^读取…$/mu);
    expect(first).toMatchObject({ status: 0, stdout: expect.stringContaining('在保未建档') });
    const report = join(home, 'half-year');
    expect(readdirSync(report).sort()).toEqual(['findings.csv', 'manifest.json', 'rejects.csv', 'report.xlsx', 'summary.json']);
    expect(readdirSync(home).sort()).toEqual(['half-year', 'half-year.run.json']);
    expect(JSON.parse(readFileSync(join(home, 'half-year.run.json'), 'utf8'))).toMatchObject({
      result: 'published',
      exitCode: 0,
    });

    const again = halfYear('--json');
    expect(again.status).toBe(0);
    expect(again.stderr).toContain('报告没有变化');
    expect(again.stdout).toBe(readFileSync(join(report, 'summary.json'), 'utf8'));
    expect(summarySchema.parse(JSON.parse(again.stdout)).rows).toMatchObject({ read: 8, accepted: 8 });
    expect(JSON.parse(readFileSync(join(home, 'half-year.run.json'), 'utf8'))).toMatchObject({ result: 'unchanged' });
  });

  it('ends well where the report stands and only the record of the run could not be written', () => {
    put('dibao-roster/农村低保台账.csv', roster(5));
    put('建档立卡.csv', registration(3));
    mkdirSync(join(home, 'half-year.run.json'), { recursive: true });
    const { status, stderr } = halfYear();
    expect({ status, files: readdirSync(join(home, 'half-year')).length }).toEqual({ status: 0, files: 5 });
    expect(stderr).toContain('运行记录没有写成');
    expect(readdirSync(home).sort()).toEqual(['half-year', 'half-year.run.json']);
  });

  it('keeps a workbook that people have filled in', () => {
    put('dibao-roster/a.csv', roster(5));
    put('poverty-registration/b.csv', registration(3));
    halfYear();
    writeFileSync(join(home, 'half-year', 'report.xlsx'), '填过');
    expect(halfYear()).toMatchObject({ status: 0, stdout: expect.stringContaining(join('earlier', 'half-year-1')) });
    expect(readFileSync(join(home, 'earlier', 'half-year-1', 'report.xlsx'), 'utf8')).toBe('填过');
  });

  it('refuses with everything that is wrong in one list, and leaves the report before alone', () => {
    put('dibao-roster/a.csv', roster(5));
    put('poverty-registration/b.csv', registration(3));
    halfYear();
    const before = readFileSync(join(home, 'half-year', 'manifest.json'));
    put('poverty-registration/b.csv', '这,不是,名册\r\n1,2,3\r\n');
    put('dibao_roster/c.csv', roster(1));
    put('什么.csv', 'a,b\r\n1,2\r\n');
    symlinkSync(join(inbox, 'nowhere'), join(inbox, '230123', '2020H1', 'dibao-roster', '断链.csv'));
    const { status, stdout, stderr } = halfYear();
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    for (const words of ['b.csv', 'dibao_roster', '什么.csv', '断链.csv', '→']) expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/ {4}at /);
    expect(readFileSync(join(home, 'half-year', 'manifest.json'))).toEqual(before);
    expect(readdirSync(home).sort()).toEqual(['half-year', 'half-year.run.json']);
  });

  it('refuses when a required source is not there', () => {
    put('dibao-roster/a.csv', roster(5));
    expect(halfYear()).toMatchObject({ status: 3, stderr: expect.stringContaining('建档立卡') });
    expect(existsSync(join(home, 'half-year'))).toBe(false);
  });

  it('asks to close a report that is open', () => {
    put('dibao-roster/a.csv', roster(5));
    put('poverty-registration/b.csv', registration(3));
    halfYear();
    writeFileSync(join(home, 'half-year', '~$report.xlsx'), '');
    put('dibao-roster/a.csv', roster(6));
    expect(halfYear()).toMatchObject({ status: 3, stderr: expect.stringContaining('请先关闭') });
  });

  it('stops at the breaker, and publishes when forced', () => {
    put('dibao-roster/a.csv', `${roster(14)}\r\n${roster(6, '不详').split('\r\n').slice(1).join('\r\n')}`);
    put('poverty-registration/b.csv', registration(3));
    const stopped = halfYear();
    expect(stopped).toMatchObject({ status: 4, stdout: '', stderr: expect.stringContaining('退回 6 行，占 30%') });
    expect(existsSync(join(home, 'half-year'))).toBe(false);
    expect(halfYear('--force')).toMatchObject({ status: 0, stdout: expect.stringContaining('强制发布') });
  });

  it('refuses a profile with a key that nobody knows, by its path', () => {
    put('../county.json', '{ "breaker": { "colour": 1 } }');
    put('dibao-roster/a.csv', roster(5));
    put('poverty-registration/b.csv', registration(3));
    expect(halfYear()).toMatchObject({ status: 3, stderr: expect.stringContaining('breaker.colour') });
  });
});
