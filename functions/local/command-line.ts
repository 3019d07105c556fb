import { faultMessage } from './fault-message.ts';
import { helpOf, helpOfAll } from './help-text.ts';
import { bearLostOutput } from './lost-output.ts';
import { commandNamed } from './option-table.ts';
import { type Arguments, parseArguments, WrongUsage } from './parse-arguments.ts';
import { programVersion } from './program-version.ts';

type Runner = (args: Arguments) => Promise<number>;

/** Loaded when asked for: `--help` need not wait for the readers. */
const runners: Readonly<Record<string, () => Promise<Runner>>> = {
  'half-year': async () => (await import('./job-command.ts')).jobCommand('half-year'),
  payout: async () => (await import('./job-command.ts')).jobCommand('payout'),
  check: async () => (await import('./check-command.ts')).checkCommand,
  start: async () => (await import('./start-command.ts')).startCommand,
};

/** Runs the words after `dibao` and resolves to the exit code. Never throws. */
export async function runCommand(words: readonly string[]): Promise<number> {
  bearLostOutput();
  try {
    const [name, ...rest] = words.map((word) => (word === '-h' ? '--help' : word));
    if (name === '--version') return print(programVersion());
    if (name === undefined || name === '--help') return print(helpOfAll(), name === undefined ? 2 : 0);
    const command = commandNamed(name);
    const runner = runners[name];
    if (!command || !runner) throw new WrongUsage(`没有命令 ${name}`);
    const args = parseArguments(command, rest);
    return args.has('help') ? print(helpOf(command)) : await (await runner())(args);
  } catch (error) {
    if (!(error instanceof WrongUsage)) process.stderr.write(`${faultMessage(error)}\n`);
    else process.stderr.write(`用法不对：${error.message}。\n用 dibao --help 或 dibao <命令> --help 看说明。\n`);
    return error instanceof WrongUsage ? 2 : 1;
  }
}

function print(text: string, exitCode = 0): number {
  process.stdout.write(`${text}\n`);
  return exitCode;
}
