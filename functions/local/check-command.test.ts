import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const launcher = fileURLToPath(new URL('dibao.mjs', import.meta.url));
const base = mkdtempSync(join(tmpdir(), 'dibao-试读 '));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(base, 'x'));
});

function put(path: string, content: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function check(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [launcher, 'check', ...words], { encoding: 'utf8' });
}

const deaths =
  '死亡人员名单,,\n姓名,身份证号码,死亡日期,籍贯\n王某,230123195001010012,2020-05-03,本县\n李某,230123195001010012,去年,本县\n';

describe('dibao check', () => {
  it('says for people what each file is, which column is what, and what is wrong with which row', () => {
    const { status, stdout } = check(put('名单.csv', deaths), '--source', 'death-register');
    expect(status).toBe(0);
    expect(stdout).toContain('名单.csv：可以读取');
    expect(stdout).toContain('死亡火化名册（death-register）');
    expect(stdout).toContain('表头在第 2 行');
    expect(stdout).toMatch(/第 3 列 {2}死亡日期 → .*（deathDate）/u);
    expect(stdout).toMatch(/第 4 列 {2}籍贯 → 不采用/u);
    expect(stdout).toContain('读入 2，采用 1，退回 1');
    expect(stdout).toMatch(/退回行 {2}第 4 行 {2}死亡日期“去年”/u);
    expect(readdirSync(folder)).toEqual(['名单.csv']);
  });

  it('lets no value of a file steer the terminal', () => {
    const { stdout } = check(put('名单.csv', deaths.replace('去年', '去\u001b[2J年')), '--source', 'death-register');
    expect(stdout).toContain('“去␛[2J年”');
  });

  it.each([
    ['a folder is given', (at: string) => at],
    ['the shell leaves a pattern as it is', (at: string) => join(at, '*.csv')],
  ])('reads each file where %s, and passes over what Office leaves beside them', (_, words) => {
    put('death-register/乙.csv', deaths);
    put('death-register/甲.csv', deaths);
    put('death-register/~$甲.csv', 'x');
    const { status, stdout } = check(words(join(folder, 'death-register')));
    expect(status).toBe(0);
    expect(stdout.match(/^\S+：可以读取$/gmu)).toEqual(['乙.csv：可以读取', '甲.csv：可以读取']);
  });

  it('says that there is nothing to be checked', () => {
    const { status, stderr } = check(folder);
    expect(status).toBe(2);
    expect(stderr).toContain('没有可以检查的文件');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('refuses a file that may not be read', () => {
    const file = put('名单.csv', deaths);
    chmodSync(file, 0);
    const { status, stdout } = check(file, '--source', 'death-register');
    expect(status).toBe(3);
    expect(stdout).toContain('文件打不开：没有读取权限');
  });

  it('counts the ids that a run would call wrong', () => {
    const ids = ['230123195001010012', '230123195001010013', '2.30123E+17', ''];
    const text = `姓名,身份证号码,死亡日期\n${ids.map((id) => `王某,${id},2020-05-03`).join('\n')}\n`;
    const { stdout } = check(put('名单.csv', text), '--source', 'death-register');
    expect(stdout).toContain('证件号有问题的行：缺失 1，末几位丢失 1，校验码不符 1；末几位丢失的，请把该列设为文本');
  });

  it('misses no id in a bank file, which may leave them out', () => {
    const text = '户名,账号,金额,交易日期,处理标志,身份证号\n王某,,5,2020-07-08,成功,\n';
    const { status, stdout } = check(put('回盘.csv', text), '--source', 'bank-payout');
    expect(status).toBe(0);
    expect(stdout).not.toContain('证件号有问题');
  });

  it('says for machines what summary.json would say, and the columns', () => {
    const { status, stdout } = check('--json', put('名单.csv', deaths), '--source', 'death-register');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        {
          file: '名单.csv',
          source: 'death-register',
          rows: { read: 2, accepted: 1, rejected: 1 },
          unknownColumns: ['籍贯'],
          columns: [{ heading: '姓名', field: 'name' }, { field: 'idNumber' }, { field: 'deathDate' }, { field: '' }],
          problems: [],
        },
      ],
    });
  });

  it('ends with 3 and the reason when a run would refuse one of the files', () => {
    const { status, stdout } = check(put('名单.csv', deaths), put('别的.csv', 'a,b\n1,2\n'));
    expect(status).toBe(3);
    expect(stdout).toContain('别的.csv：会被拒收');
    expect(JSON.parse(check('--json', join(folder, '别的.csv')).stdout).files[0]).toMatchObject({
      source: null,
      problems: [{ reason: expect.any(String) }],
    });
  });

  it('takes the source from the folder and the profile from the inbox, as a run would', () => {
    put('230123/county.json', '{ "headings": { "death-register": { "deathDate": ["走的日子"] } } }');
    const file = put('230123/2020H1/death-register/名单.csv', '姓名,身份证号码,走的日子\n王某,230123195001010012,2020-05-03\n');
    expect(check(file)).toMatchObject({ status: 0, stdout: expect.stringMatching(/走的日子 → .*（deathDate）/u) });
    put('230123/county.json', '{ "colour": 1 }');
    expect(check(file)).toMatchObject({ status: 3, stderr: expect.stringContaining('colour') });
  });

  it('ends with 2 for a file that is not there and a source that does not exist', () => {
    expect(check(join(folder, 'nowhere.csv'))).toMatchObject({ status: 2, stderr: expect.stringContaining('找不到文件') });
    expect(check(put('a.csv', ''), '--source', 'roster')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('dibao-roster'),
    });
  });
});
