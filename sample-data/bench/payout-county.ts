import { join } from 'node:path';
import { type BenchHousehold, benchHousehold, genderOf, townshipName, villageName } from './bench-people.ts';
import { LineWriter } from './line-writer.ts';
import { falls, scramble } from './scramble.ts';
import type { BenchSize } from './sizes.ts';

const bankFiles = 8;

const hasExtra = (index: number) => falls(index, 40, 146);
const failed = (index: number) => falls(index, 41, 25);
const reissued = (index: number) => falls(index, 42, 800);
const short = (index: number) => falls(index, 43, 20);
const forgotten = (index: number) => falls(index, 44, 5);
const twice = (index: number) => falls(index, 45, 4);
const otherPayee = (index: number) => falls(index, 46, 50);
const late = (index: number) => falls(index, 47, 20);
const ledgerDiffers = (index: number) => falls(index, 48, 60);
const unlisted = (index: number) => falls(index, 49, 6);
const inSystem = (index: number) => !falls(index, 50, 20);
const left = (index: number) => falls(index, 51, 4);

/** Writes list, bank files, roster and system of a bench quarter; tells the rows of each source. */
export function writePayoutCounty(inbox: string, size: BenchSize): Record<string, number> {
  return {
    'payment-list': write(inbox, 'payment-list', size, size.files, listHeadings, listRows),
    'bank-payout': write(inbox, 'bank-payout', size, bankFiles, bankHeadings, bankRows),
    'dibao-roster': write(inbox, 'dibao-roster', size, size.files, bookHeadings, (household) => bookRows(household, false)),
    'assistance-system': write(inbox, 'assistance-system', size, size.files, [...bookHeadings, ...systemOnly], (household) =>
      inSystem(household.index) ? bookRows(household, true) : [],
    ),
  };
}

function write(
  inbox: string,
  source: string,
  size: BenchSize,
  files: number,
  headings: string[],
  rows: (household: BenchHousehold) => string[][],
): number {
  const writers = Array.from(
    { length: files },
    (_, at) => new LineWriter(join(inbox, source, `第${at + 1}册.csv`), at % 2 === 1),
  );
  for (const writer of writers) writer.line(headings);
  let written = 0;
  for (let index = 0; index < size.households; index++) {
    const household = benchHousehold(index, size.townships);
    const writer = writers[household.township % files]!;
    for (const cells of rows(household)) {
      writer.line(cells);
      written += 1;
    }
  }
  for (const writer of writers) writer.close();
  return written;
}

const householdId = (index: number) => '230123' + String(1_000_000 + index);
const quarter = (household: BenchHousehold) => household.monthly * 3;

const listHeadings = [
  ...['属地', '村', '户编号', '姓名', '身份证号', '资金类别', '保障人数', '月保障金额', '发放月数'],
  ...['发放合计（元）', '发放类别', '账户名称', '开户银行', '账号', '居住地址', '联系电话', '领取人', '主要致贫原因', '备注'],
];

function listRows(household: BenchHousehold): string[][] {
  const head = household.people[0]!;
  const row = (kind: string, amount: number, months: string) => [
    townshipName(household.township),
    villageName(household.village),
    householdId(household.index),
    head.name,
    head.id,
    '农村低保',
    String(household.people.length),
    household.monthly.toFixed(2),
    months,
    amount.toFixed(2),
    kind,
    head.name,
    '示例县农村信用合作联社',
    household.account,
    household.address,
    household.phone,
    head.name,
    '因病',
    '农低保',
  ];
  const normal = row('正常', quarter(household), '3');
  return hasExtra(household.index) ? [normal, row('补发', extra(household), '')] : [normal];
}

const extra = (household: BenchHousehold) => 60 + (scramble(household.index, 52) % 12) * 10;

const bankHeadings = [
  ...['序号', '户名', '账号', '身份证号', '金额（元）', '实处理金额', '交易日期', '处理标志', '失败原因', '摘要'],
  ...['批次号', '流水号', '开户机构', '证件类型', '币种', '业务种类', '付款账号', '付款户名', '附言'],
];

function bankRows(household: BenchHousehold): string[][] {
  const { index } = household;
  const head = household.people[0]!;
  const payee = otherPayee(index) ? (household.people[1]?.name ?? '村代办员') : head.name;
  const row = (amount: number, result: string, day: string, account = household.account) => [
    String(index + 1),
    payee,
    account,
    head.id,
    amount.toFixed(2),
    result === '成功' ? amount.toFixed(2) : '0.00',
    day,
    result,
    result === '成功' ? '' : '账号户名不符',
    '农低保',
    '20200706230123001',
    '20200706' + String(100_000_000 + index),
    '示例县农村信用合作联社',
    '居民身份证',
    '人民币',
    '代发惠农补贴',
    '08001012200000123',
    '示例县财政局惠农补贴资金专户',
    '',
  ];
  const day = late(index) ? '2020-07-14' : '2020-07-06';
  const due = quarter(household) - (short(index) ? 30 : 0);
  const rows = forgotten(index) ? [] : [row(due, failed(index) ? '失败' : '成功', day)];
  if (failed(index) && reissued(index)) rows.push(row(due, '成功', '2020-07-09'));
  if (twice(index)) rows.push(row(due, '成功', '2020-07-08'));
  if (hasExtra(index)) rows.push(row(extra(household), '成功', day));
  if (unlisted(index)) rows.push(row(500, '成功', day, '622848' + String(2_000_000_000 + index)));
  return rows;
}

const bookHeadings = [
  ...['乡镇', '村', '户编号', '户主姓名', '户主身份证号', '姓名', '身份证号', '与户主关系', '是否保障对象'],
  ...['保障人数', '分类', '月保障金额', '起始保障年月', '截止保障年月', '状态', '户名', '银行账号', '城乡类别'],
  ...['性别', '家庭住址', '联系电话', '开户银行'],
];
const systemOnly = ['救助类型', '建档立卡标识', '受理日期'];

function bookRows(household: BenchHousehold, system: boolean): string[][] {
  const head = household.people[0]!;
  const monthly = !system && ledgerDiffers(household.index) ? household.monthly + 20 : household.monthly;
  const stopped = left(household.index);
  return household.people.map((person) => [
    townshipName(household.township),
    villageName(household.village),
    householdId(household.index),
    head.name,
    head.id,
    person.name,
    person.id,
    person.relation,
    '是',
    String(household.people.length),
    household.category,
    monthly.toFixed(2),
    household.start,
    stopped ? '2020-05' : '',
    stopped ? '停保' : '在保',
    head.name,
    household.account,
    '农村',
    genderOf(person),
    household.address,
    household.phone,
    '示例县农村信用合作联社',
    ...(system ? ['农村低保', '否', `${household.start}-05`] : []),
  ]);
}
