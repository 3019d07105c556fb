import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { helpOf, helpOfAll } from './help-text.ts';
import { commandNamed, commands } from './option-table.ts';
import { parseArguments, WrongUsage } from './parse-arguments.ts';

const halfYear = commandNamed('half-year');
const check = commandNamed('check');
if (!halfYear || !check) throw new Error('commands are missing');

const complete = ['--inbox', 'in', '--county', '230123', '--period', '2020H1', '--out', 'out'];

describe('arguments', () => {
  it('are read by the option table, with = or a blank before the value', () => {
    const args = parseArguments(halfYear, [...complete, '--as-of=2020-06-30', '--force']);
    expect(args.value('inbox')).toBe('in');
    expect(args.value('as-of')).toBe('2020-06-30');
    expect(args.has('force')).toBe(true);
    expect(args.has('json')).toBe(false);
  });

  it('may repeat what is repeatable and nothing else', () => {
    const args = parseArguments(halfYear, [...complete, '--accept-period', '一.csv', '--accept-period', '二.csv']);
    expect(args.values('accept-period')).toEqual(['一.csv', '二.csv']);
    expect(() => parseArguments(halfYear, [...complete, '--county', '230124'])).toThrow('--county 只能写一次');
  });

  it('are refused with all that is wrong at once', () => {
    expect(() => parseArguments(halfYear, ['--inbox', 'in', '--colour'])).toThrow(
      new WrongUsage('没有选项 --colour；缺少选项 --county 230123；缺少选项 --period 2020H1；缺少选项 --out DIR'),
    );
  });

  it('with a value left out do not blame what follows it', () => {
    expect(() => parseArguments(halfYear, ['--inbox', '--county', '230123', '--period', '2020H1', '--out', 'o'])).toThrow(
      new WrongUsage('选项 --inbox 后面要写值（DIR）'),
    );
  });

  it.each([
    ['a value that is the next option', ['--inbox', '--county', '230123'], '--inbox 后面要写值'],
    ['an empty value', [...complete, '--key='], '--key 后面要写值'],
    ['a value at the end that is not there', [...complete, '--key'], '--key 后面要写值'],
    ['a value of a switch', [...complete, '--force=yes'], '--force 后面不写值'],
    ['a file where none is taken', [...complete, 'a.csv'], '多余的内容：a.csv'],
    ['a short option', [...complete, '-x'], '没有选项 -x'],
  ])('are refused for %s', (_, words, message) => {
    expect(() => parseArguments(halfYear, words)).toThrow(message);
  });

  it('take files where the command reads files, and refuse to read none', () => {
    const args = parseArguments(check, ['农村低保台账.xlsx', '--json', '--', '--odd.csv']);
    expect(args.files).toEqual(['农村低保台账.xlsx', '--odd.csv']);
    expect(() => parseArguments(check, ['--json'])).toThrow('没有写要读的文件');
  });

  it('need nothing else beside --help', () => {
    expect(parseArguments(halfYear, ['--help']).has('help')).toBe(true);
  });
});

describe('the help', () => {
  it('names every command', () => {
    for (const { name, title } of commands) expect(helpOfAll()).toMatch(new RegExp(`${name} +${title}`, 'u'));
  });

  it.each(commands)('of $name names each option with its meaning, once in the usage and once in the list', (command) => {
    for (const { name, text } of command.options) {
      expect(text).not.toBe('');
      expect(helpOf(command)).toContain(text);
      expect(helpOf(command).match(new RegExp(`--${name}(?![\\w-])`, 'gu'))?.length).toBeGreaterThanOrEqual(2);
    }
  });

  it.each(['README.md', 'README.zh-CN.md'])('of every option has its counterpart in %s', (file) => {
    const readme = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    for (const { name, options } of commands) {
      expect(readme).toContain(name === 'start' ? 'npm start' : `dibao ${name}`);
      for (const option of options) expect(readme).toMatch(new RegExp(`--${option.name}(?![\\w-])`, 'u'));
    }
  });
});
