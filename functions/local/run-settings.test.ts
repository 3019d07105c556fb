import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { commandNamed } from './option-table.ts';
import { parseArguments, WrongUsage } from './parse-arguments.ts';
import { type RunSettings, runSettings } from './run-settings.ts';

const base = mkdtempSync(join(tmpdir(), 'dibao-设置-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let inbox: string;
beforeEach(() => {
  inbox = mkdtempSync(join(base, 'inbox-'));
});

function settings(...more: string[]): RunSettings {
  const given = new Map([
    ['--inbox', inbox],
    ['--county', '230123'],
    ['--period', '2020H1'],
    ['--out', join(base, 'out')],
  ]);
  const rest: string[] = [];
  for (let at = 0; at < more.length; at += 2) {
    const [name, value] = [more[at] ?? '', more[at + 1] ?? ''];
    if (given.has(name)) given.set(name, value);
    else rest.push(name, value);
  }
  return runSettings('half', parseArguments(commandNamed('half-year')!, [...[...given].flat(), ...rest]));
}

describe('settings of a run', () => {
  it('read days, periods and file names', () => {
    const { period, asOf, acceptedPeriods } = settings('--as-of', '2020年5月31日', '--accept-period', join('a', '回盘.txt'));
    expect(period).toMatchObject({ kind: 'half', asOf: 20200630 });
    expect(asOf).toBe(20200531);
    expect(acceptedPeriods).toEqual(['回盘.txt']);
  });

  it.each([
    ['--county', '23012', '--county 应为六位数字'],
    ['--period', '2020Q3', '--period 应为年份加 H1 或 H2'],
    ['--period', '2020H3', '--period 应为年份加 H1 或 H2'],
    ['--as-of', '2020-02-30', '--as-of 应为日期'],
    ['--inbox', join(base, 'nowhere'), '找不到收件文件夹'],
    ['--key', join(base, 'nowhere.key'), '读不到密钥文件'],
    ['--profile', join(base, 'nowhere.json'), '读不到县配置文件'],
  ])('refuse %s %s', (option, value, message) => {
    expect(() => settings(option, value)).toThrow(message);
    expect(() => settings(option, value)).toThrow(WrongUsage);
  });

  it('refuse to write reports among the files received', () => {
    expect(() => settings('--out', inbox)).toThrow('--out 不能与 --inbox 相同');
    for (const below of ['', 'out', 'dibao-roster']) {
      expect(() => settings('--out', join(inbox, '230123', '2020H1', below))).toThrow('--out 不能在本期的收件文件夹里');
    }
  });

  it('refuse a place below a file', () => {
    writeFileSync(join(inbox, 'a.txt'), '');
    expect(() => settings('--out', join(inbox, 'a.txt', 'out'))).toThrow(`${join(inbox, 'a.txt')} 不是文件夹`);
    expect(() => settings('--out', join(inbox, 'a.txt', 'out'))).toThrow(WrongUsage);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('refuse folders that may not be read or written', () => {
    const report = join(inbox, 'out', '230123', '2020H1');
    mkdirSync(report, { recursive: true });
    chmodSync(report, 0o555);
    expect(() => settings('--out', join(inbox, 'out'))).toThrow(`不能写入文件夹 ${report}`);
    chmodSync(report, 0o755);
    mkdirSync(join(inbox, '230123', '2020H1'), { recursive: true });
    chmodSync(join(inbox, '230123', '2020H1'), 0);
    expect(() => settings()).toThrow(`没有读取文件夹 ${join(inbox, '230123', '2020H1')} 的权限`);
    chmodSync(join(inbox, '230123', '2020H1'), 0o755);
    chmodSync(inbox, 0);
    expect(() => settings()).toThrow(`没有读取文件夹 ${inbox} 的权限`);
    chmodSync(inbox, 0o755);
  });

  it('take the profile of the inbox where none is named, and none where there is none', () => {
    expect(settings().profile).toBeUndefined();
    mkdirSync(join(inbox, '230123'));
    writeFileSync(join(inbox, '230123', 'county.json'), '{}');
    expect(settings().profile).toEqual(Buffer.from('{}'));
    writeFileSync(join(inbox, 'other.json'), '{ }');
    expect(settings('--profile', join(inbox, 'other.json')).profile).toEqual(Buffer.from('{ }'));
  });
});

describe('the key', () => {
  function key(content: string | Buffer): RunSettings['key'] {
    writeFileSync(join(inbox, 'key'), content);
    return settings('--key', join(inbox, 'key')).key;
  }

  it('is the sample key where none is given', () => {
    expect(settings().key).toMatchObject({ sample: true, bytes: expect.objectContaining({ length: 32 }) });
  });

  it('is read as hex digits, with a line end behind them or not', () => {
    expect(key(`${'0f'.repeat(32)}\r\n`)).toEqual({ bytes: Buffer.alloc(32, 15), sample: false });
  });

  it('is the same key however an editor saved it', () => {
    const hex = `${'0f'.repeat(32)}\r\n`;
    expect(key(`\uFEFF${hex}`).bytes).toEqual(Buffer.alloc(32, 15));
    expect(key(Buffer.from(`\uFEFF${hex}`, 'utf16le')).bytes).toEqual(Buffer.alloc(32, 15));
  });

  it('may be any other text, but not nothing', () => {
    expect(key('not hex').bytes).toEqual(Buffer.from('not hex'));
    expect(() => key('\n')).toThrow('密钥文件是空的');
  });
});
