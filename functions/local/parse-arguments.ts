import { parseArgs } from 'node:util';
import type { Command, Option } from './option-table.ts';

/** The command was called wrongly; the message is Chinese and for the person who typed it. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** What was typed, by option name. A switch is there with no values. */
export interface Arguments {
  readonly files: readonly string[];
  readonly has: (name: string) => boolean;
  /** The last value given. */
  readonly value: (name: string) => string | undefined;
  readonly values: (name: string) => readonly string[];
}

/** Reads the words after the command by its option table. Throws `WrongUsage` with all that is wrong. */
export function parseArguments(command: Command, words: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(command.options.map(({ name, value }) => [name, { type: value ? 'string' : 'boolean' }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const files: string[] = [];
  const problems: string[] = [];
  let isMisread = false;
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const option = command.options.find(({ name }) => name === token.name);
    // The parser takes the next option for the value of this one; what it makes of the rest is then not what was meant.
    const tookOption = token.inlineValue === false && token.value.startsWith('--');
    isMisread ||= tookOption;
    const value = tookOption ? '' : token.value;
    const problem = option ? problemOf(option, value, given.has(option.name)) : `没有选项 ${token.rawName}`;
    if (problem) problems.push(problem);
    given.set(token.name, [...(given.get(token.name) ?? []), ...(token.value === undefined ? [] : [token.value])]);
  }
  if (!given.has('help') && !isMisread) problems.push(...missing(command, given, files));
  if (problems.length > 0) throw new WrongUsage(problems.join('；'));
  return {
    files,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  };
}

function problemOf(option: Option, value: string | undefined, again: boolean): string | undefined {
  if (option.value && !value) return `选项 --${option.name} 后面要写值（${option.value}）`;
  if (!option.value && value !== undefined) return `选项 --${option.name} 后面不写值`;
  return again && option.value && !option.repeatable ? `选项 --${option.name} 只能写一次` : undefined;
}

function missing(command: Command, given: ReadonlyMap<string, unknown>, files: readonly string[]): readonly string[] {
  const problems = command.options
    .filter(({ name, required }) => required && !given.has(name))
    .map(({ name, value }) => `缺少选项 --${name} ${value}`);
  if (command.files && files.length === 0) problems.push('没有写要读的文件');
  if (!command.files && files.length > 0) problems.push(`多余的内容：${files.join(' ')}`);
  return problems;
}
