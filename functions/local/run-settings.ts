import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Day, readDay } from '../../schemas/values/day.ts';
import { type Period, parsePeriod } from '../../schemas/values/period.ts';
import { type Arguments, WrongUsage } from './parse-arguments.ts';

/** A run as the command line asks for it: paths checked, values read. */
export interface RunSettings {
  readonly inbox: string;
  readonly out: string;
  readonly county: string;
  readonly period: Period;
  readonly asOf: Day | undefined;
  readonly due: Day | undefined;
  /** Bytes of the county profile, undefined where there is none. */
  readonly profile: Uint8Array | undefined;
  readonly key: { readonly bytes: Uint8Array; readonly sample: boolean };
  /** File names without folders. */
  readonly acceptedPeriods: readonly string[];
  readonly force: boolean;
  readonly json: boolean;
}

const periodWords = { half: '年份加 H1 或 H2，如 2020H1', quarter: '年份加 Q1 至 Q4，如 2020Q3' } as const;

export const sampleKeyFile = fileURLToPath(new URL('../../sample-data/key.hex', import.meta.url));

/** Throws `WrongUsage` for values that no run can use; what lies in the files is for the job to judge. */
export function runSettings(kind: 'half' | 'quarter', args: Arguments): RunSettings {
  const inbox = resolve(args.value('inbox') ?? '');
  const out = resolve(args.value('out') ?? '');
  const county = args.value('county') ?? '';
  if (!/^\d{6}$/.test(county)) throw new WrongUsage('--county 应为六位数字的行政区划代码，如 230123');
  if (!isFolder(inbox)) throw new WrongUsage(`找不到收件文件夹 ${inbox}`);
  if (inbox === out) throw new WrongUsage('--out 不能与 --inbox 相同，报告会被当作收件');
  const period = periodOf(kind, args.value('period') ?? '');
  const received = join(inbox, county, period.text);
  if (`${out}${sep}`.startsWith(`${received}${sep}`)) throw new WrongUsage('--out 不能在本期的收件文件夹里，报告会被当作收件');
  mustBeReadable(inbox, join(inbox, county), received);
  mustBeWritable(join(out, county, period.text));
  const key = args.value('key');
  return {
    inbox,
    out,
    county,
    period,
    asOf: dayOf('as-of', args),
    due: dayOf('due', args),
    profile: profileBytes(args.value('profile'), join(inbox, county, 'county.json')),
    key: keyOf(key),
    acceptedPeriods: args.values('accept-period').map((file) => basename(file).normalize('NFC')),
    force: args.has('force'),
    json: args.has('json'),
  };
}

function mustBeReadable(...folders: readonly string[]): void {
  for (const folder of folders) {
    if (isFolder(folder) && !allows(folder, constants.R_OK | constants.X_OK)) {
      throw new WrongUsage(`没有读取文件夹 ${folder} 的权限`);
    }
  }
}

/** Said before the reading, not after it. */
function mustBeWritable(folder: string): void {
  const there = nearest(folder);
  if (!isFolder(there)) throw new WrongUsage(`--out：${there} 不是文件夹`);
  if (!allows(there, constants.W_OK | constants.X_OK))
    throw new WrongUsage(`--out：不能写入文件夹 ${there}，请检查权限，或换一个文件夹`);
}

/** The folder, or the first above it that exists. */
function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

function allows(folder: string, mode: number): boolean {
  try {
    accessSync(folder, mode);
    return true;
  } catch {
    return false;
  }
}

function periodOf(kind: 'half' | 'quarter', text: string): Period {
  const period = parsePeriod(text);
  if (period?.kind !== kind) throw new WrongUsage(`--period 应为${periodWords[kind]}，写的是“${text}”`);
  return period;
}

function dayOf(option: string, args: Arguments): Day | undefined {
  const text = args.value(option);
  const day = text === undefined ? undefined : readDay(text);
  if (text !== undefined && day === undefined) throw new WrongUsage(`--${option} 应为日期，如 2020-06-30，写的是“${text}”`);
  return day;
}

export function profileBytes(given: string | undefined, usual: string | undefined): Uint8Array | undefined {
  const path = given ?? usual;
  if (path === undefined || (given === undefined && !existsSync(path))) return undefined;
  return bytesOf(path, '县配置文件');
}

/** 64 hex digits by our own convention; any other content serves as it is, so that a county may keep its own form. */
function keyOf(given: string | undefined): RunSettings['key'] {
  const sample = keyBytes(bytesOf(sampleKeyFile, '示例密钥'));
  const bytes = given === undefined ? sample : keyBytes(bytesOf(given, '密钥文件'));
  if (bytes.length === 0) throw new WrongUsage('密钥文件是空的，应为 64 位十六进制数字');
  return { bytes, sample: bytes.equals(sample) };
}

function keyBytes(content: Buffer): Buffer {
  const text = content.toString('latin1').trim();
  // As Notepad and PowerShell save text: with a byte order mark, in UTF-16. It is the same key.
  const plain = text
    .replace(/^(?:\xEF\xBB\xBF|\xFF\xFE)/, '')
    .replaceAll('\0', '')
    .trim();
  if (/^(?:[0-9a-f]{2})+$/i.test(plain)) return Buffer.from(plain, 'hex');
  return Buffer.from(text, 'latin1');
}

function bytesOf(path: string, what: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new WrongUsage(`读不到${what} ${path}`);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
