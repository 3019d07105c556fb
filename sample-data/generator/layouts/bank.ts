import type { Grid, SampleFile } from '../files/text-file.ts';
import type { BankFile, BankRow, Books } from '../world/rows.ts';
import { type Columns, sum, table, thousands, yuan } from './columns.ts';
import { totalRow } from './payment-list.ts';

/** The credit union's return file. */
export const creditUnionColumns: Columns<BankRow> = [
  ['批次号', () => 'DB202007'],
  ['序号', (_, index) => String(index + 1)],
  ['户名', (row) => row.accountName],
  ['账号', (row) => row.account],
  ['身份证号', (row) => row.id],
  ['金额(元)', (row) => thousands(row.requested)],
  ['实处理金额(元)', (row) => (row.paid === undefined ? '' : thousands(row.paid))],
  ['交易日期', (row) => row.paidOn.replaceAll('-', '')],
  ['处理标志', (row) => (row.result === '成功' ? '全部成功' : row.result)],
  ['失败原因', (row) => row.reason],
  ['摘要', () => '农低保'],
];

/** The same bank's second branch: amounts in fen, no numbers of people, the day in the file's name only. */
export const branchColumns: Columns<BankRow> = [
  ['顺序号', (_, index) => String(index + 1)],
  ['姓名(不超过60个字节)', (row) => row.accountName],
  ['卡号', (row) => row.account],
  ['应处理金额（分）', (row) => String(row.requested)],
  ['交易状态', (row) => (row.result === '失败' ? '交易失败' : row.result)],
  ['返回信息', (row) => row.reason],
  ['备注(不超过12个字节)', () => '农低保'],
];

export const agriculturalColumns: Columns<BankRow> = [
  ['流水号', (_, index) => `NH${String(20_200_706_000 + index)}`],
  ['收款人', (row) => row.accountName],
  ['收款账号', (row) => row.account],
  ['证件号码', (row) => row.id],
  ['代发金额', (row) => yuan(row.requested)],
  ['入账日期', (row) => row.paidOn.replaceAll('-', '/')],
  ['交易结果', (row) => (row.result === '成功' ? '入账成功' : row.result)],
  ['错误信息', (row) => row.reason],
];

/** The post bank writes no headings: ten columns, amounts in fen, a code for the result. `county.json` names them. */
const postCells = (row: BankRow, index: number): string[] => [
  String(index + 1),
  row.account,
  row.accountName,
  '0101',
  String(row.requested),
  row.paidOn.replaceAll('-', ''),
  'RMB',
  'DF',
  row.result === '成功' ? '001' : '101',
  row.reason === '' ? '交易成功' : row.reason,
];

function post(rows: readonly BankRow[]): Grid {
  const total = [
    '合计',
    `共${rows.length}笔`,
    '-',
    '-',
    String(sum(rows, ({ requested }) => requested)),
    '-',
    '-',
    '-',
    '-',
    '-',
  ];
  return [...rows.map(postCells), total];
}

export const creditUnionTotal = (rows: readonly BankRow[], { fen = 0, rows: more = 0 }): string[] =>
  totalRow(creditUnionColumns, '合计', `共${rows.length + more}笔`, {
    '金额(元)': thousands(sum(rows, ({ requested }) => requested) + fen),
    '实处理金额(元)': thousands(sum(rows, ({ paid = 0 }) => paid) + fen),
  });

export const branchTotal = (rows: readonly BankRow[]): string[] =>
  totalRow(branchColumns, '合计', `共${rows.length}笔`, {
    '应处理金额（分）': String(sum(rows, ({ requested }) => requested)),
  });

export const agriculturalTotal = (rows: readonly BankRow[]): string[] =>
  totalRow(agriculturalColumns, '总计', `共${rows.length}笔`, {
    代发金额: yuan(sum(rows, ({ requested }) => requested)),
  });

export function bankFiles({ bank, misstated }: Books, folder: string): SampleFile[] {
  const of = (file: BankFile) => bank.filter((row) => row.file === file);
  const creditUnionFile = (name: string, file: BankFile): SampleFile => ({
    path: `${folder}/${name}`,
    grid: [...table(creditUnionColumns, of(file), '代发业务回盘文件'), creditUnionTotal(of(file), misstated.get(file) ?? {})],
    form: { encoding: 'utf-8-bom', delimiter: ',', newline: '\r\n' },
  });
  const agriculturalFile = (name: string, file: BankFile): SampleFile => ({
    path: `${folder}/${name}`,
    grid: [...table(agriculturalColumns, of(file)), agriculturalTotal(of(file))],
    form: { encoding: 'utf-8', delimiter: '|', newline: '\n' },
  });
  return [
    creditUnionFile('信用社回盘_第一批.csv', 'first'),
    {
      path: `${folder}/信用社回盘_20200707.txt`,
      grid: [...table(branchColumns, of('second')), branchTotal(of('second'))],
      form: { encoding: 'gb18030', delimiter: '\t', newline: '\r\n' },
    },
    {
      path: `${folder}/邮储代发结果.txt`,
      grid: post(of('post')),
      form: { encoding: 'gb18030', delimiter: ' ', newline: '\r\n' },
    },
    agriculturalFile('农行代发回单_第一批.txt', 'farm'),
    agriculturalFile('农行代发回单_第二批.txt', 'late'),
    creditUnionFile('信用社补发回盘.csv', 'reissued'),
    creditUnionFile('信用社重发回盘.csv', 'excused'),
  ];
}
