import { type Command, commands, type Option } from './option-table.ts';

const columns = 28;

export function helpOfAll(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    '用法：dibao <命令> [选项]',
    '',
    ...commands.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`),
    '',
    '每个命令的选项：dibao <命令> --help',
    '',
    ...exitCodeLines,
  ].join('\n');
}

export function helpOf(command: Command): string {
  return [
    command.title,
    '',
    `用法：${usageOf(command)}`,
    '',
    ...command.options.map((option) => `  ${shown(option).padEnd(columns)}${option.text}`),
    '',
    '例：',
    ...command.examples.map((example) => `  npx ${example}`),
    '',
    ...exitCodeLines,
  ].join('\n');
}

/** `dibao check FILE… [--source ID] …`: what must be given stands without brackets. */
function usageOf({ name, files, options }: Command): string {
  const parts = options.map((option) => (option.required ? shown(option) : `[${shown(option)}]${option.repeatable ? '…' : ''}`));
  return ['dibao', name, ...(files ? [files] : []), ...parts].join(' ');
}

function shown({ name, value }: Option): string {
  return value ? `--${name} ${value}` : `--${name}`;
}

const exitCodeLines = [
  '退出码：',
  '  0  完成（不论查出多少疑点）',
  '  1  程序故障',
  '  2  用法不对，或文件夹、密钥文件打不开',
  '  3  有文件被拒收，或报告正被打开；全部原因一次列出',
  '  4  超过熔断比例，未发布',
  '  130  按了 Ctrl-C',
];
