/** One option as the parser takes it and as `--help` shows it; there is no other list of options. */
export interface Option {
  /** Without the dashes. */
  readonly name: string;
  /** What stands for its value in the usage; absent for a switch. */
  readonly value?: string;
  readonly required?: boolean;
  readonly repeatable?: boolean;
  /** In Chinese. */
  readonly text: string;
}

export interface Command {
  readonly name: string;
  /** In Chinese: what it does, one line. */
  readonly title: string;
  /** Name of the files that it takes beside its options. */
  readonly files?: string;
  readonly options: readonly Option[];
  readonly examples: readonly string[];
}

const county: Option = { name: 'county', value: '230123', required: true, text: '县（市、区）行政区划代码，六位数字' };
const out: Option = { name: 'out', value: 'DIR', required: true, text: '报告写到哪个文件夹：<DIR>/<县>/<期>/<任务>/' };
const inbox: Option = { name: 'inbox', value: 'DIR', required: true, text: '收件文件夹：<DIR>/<县>/<期>/<来源>/文件' };
const profile: Option = {
  name: 'profile',
  value: 'FILE',
  text: '县配置文件；不写时用 <收件文件夹>/<县>/county.json（没有也可以）',
};
const json: Option = { name: 'json', text: '结果按 JSON 输出到标准输出，供程序读取' };
const help: Option = { name: 'help', text: '显示本说明' };

const ofRuns: readonly Option[] = [
  { name: 'as-of', value: 'DATE', text: '比对时点，如 2020-06-30；不写时按期别推定' },
  profile,
  {
    name: 'key',
    value: 'FILE',
    text: '县密钥文件（应为 64 位十六进制，其他内容按原样作密钥），用于生成疑点编号；不写时用示例密钥',
  },
  { name: 'accept-period', value: 'FILE', repeatable: true, text: '该文件写明的期别不对也照样采用；可重复' },
  { name: 'force', text: '超过熔断比例也发布，并在报告首页注明' },
  json,
  help,
];

/** The commands in the order in which `dibao --help` lists them. */
export const commands: readonly Command[] = [
  {
    name: 'half-year',
    title: '半年比对：低保台账、建档立卡、救助系统、特困名册、死亡火化名册',
    options: [
      inbox,
      county,
      { name: 'period', value: '2020H1', required: true, text: '期别：年份加 H1（上半年）或 H2（下半年）' },
      out,
      ...ofRuns,
    ],
    examples: ['dibao half-year --inbox inbox --county 230123 --period 2020H1 --out out'],
  },
  {
    name: 'payout',
    title: '发放核对：发放名册、银行回盘、救助系统、低保台账',
    options: [
      inbox,
      county,
      { name: 'period', value: '2020Q3', required: true, text: '期别：年份加 Q1 至 Q4（季度）' },
      out,
      { name: 'due', value: 'DATE', text: '最迟发放日；不写时按县配置，再不然为本季首月 10 日' },
      ...ofRuns,
    ],
    examples: ['dibao payout --inbox inbox --county 230123 --period 2020Q3 --out out --due 2020-07-10'],
  },
  {
    name: 'check',
    title: '试读文件（或文件夹中的文件）：说明程序怎样理解每个文件，不写任何东西',
    files: 'FILE…',
    options: [
      { name: 'source', value: 'ID', text: '按这个来源读（如 dibao-roster）；不写时按表头识别' },
      { ...profile, text: '县配置文件' },
      json,
      help,
    ],
    examples: ['dibao check 农村低保台账.xlsx', 'dibao check --source bank-payout 回盘_01.txt'],
  },
  {
    name: 'start',
    title: '用示例数据跑一遍全部任务，结果写到 out/（即 npm start）',
    options: [help],
    examples: ['dibao start'],
  },
];

export function commandNamed(name: string | undefined): Command | undefined {
  return commands.find((command) => command.name === name);
}
