import type { Grid, SampleFile } from '../files/text-file.ts';
import type { Books, ListRow } from '../world/rows.ts';
import { alone, type Columns, cells, headings, sum, thousands, yuan } from './columns.ts';

/** What the system prints: ten columns, no household number, the area in the title. */
export const shortColumns: Columns<ListRow> = [
  ['属地', (row) => row.township],
  ['姓名', (row) => row.headName],
  ['身份证号', (row) => row.headId],
  ['保障人数', (row) => row.coveredCount],
  ['保障金（元）', (row) => yuan(row.base)],
  ['分类施保金（元）', (row) => yuan(row.categoryAmount)],
  ['发放合计（元）', (row) => yuan(row.amount)],
  ['账户名称', (row) => row.accountName],
  ['开户银行', (row) => row.bank],
  ['账号', (row) => row.account],
];

export const longColumns: Columns<ListRow> = [
  ['序号', (_, index) => String(index + 1)],
  ['地区', (row) => row.township],
  ['村(社区)', (row) => row.village],
  ['户编号', (row) => row.householdId],
  ['低保证号', (row) => row.certificate],
  ['户主姓名', (row) => row.headName],
  ['身份证号码', (row) => row.headId],
  ['领取人', (row) => row.payee],
  ['保障人口数', (row) => row.coveredCount],
  ['月保障金额', (row) => yuan(row.monthly)],
  ['发放月数', (row) => row.months],
  ['发放类别', (row) => row.kind],
  ['保障金额', (row) => yuan(row.base)],
  ['分类施保金额', (row) => yuan(row.categoryAmount)],
  ['其他专项补贴金', (row) => yuan(row.other)],
  ['本期应发金额', (row) => yuan(row.amount)],
  ['账户名称', (row) => row.accountName],
  ['开户银行', (row) => row.bank],
  ['银行账号', (row) => row.account],
];

export const urbanColumns: Columns<ListRow> = [
  ['编号', (_, index) => String(index + 1)],
  ['乡镇', (row) => row.township],
  ['村', (row) => row.village],
  ['资金类别', () => '城市低保'],
  ['低保证号', (row) => row.certificate],
  ['姓名', (row) => row.headName],
  ['户主身份证号', (row) => row.headId],
  ['应发金额（元）', (row) => thousands(row.amount)],
  ['账户名称', (row) => row.accountName],
  ['账号', (row) => row.account],
];

/** What a row adds to the sum of its list: 扣减 takes away. */
export const signed = (row: ListRow) => (row.kind === '扣减' ? -row.amount : row.amount);

/** A total row: its name, how many households, and the sum under the amount. */
export function totalRow<Row>(columns: Columns<Row>, name: string, count: string, amounts: Record<string, string>): string[] {
  const row = alone(name, columns.length);
  row[1] = count;
  headings(columns).forEach((heading, at) => {
    const amount = amounts[heading];
    if (amount !== undefined) row[at] = amount;
  });
  return row;
}

const within = (rows: readonly ListRow[], ...townships: string[]) => rows.filter(({ township }) => townships.includes(township));

function shortList(rows: readonly ListRow[]): Grid {
  const width = shortColumns.length;
  return [
    alone('2020年第三季度农村低保金发放名册', width),
    alone('制表单位：示例县民政局', width),
    alone('日期：2020年7月1日', width),
    headings(shortColumns),
    ...cells(shortColumns, rows),
    totalRow(shortColumns, '合计', `共${rows.length}户`, { '发放合计（元）': yuan(sum(rows, signed)) }),
  ];
}

/** Each township ends in its 小计, the sheet in its 合计. */
function longList(rows: readonly ListRow[]): Grid {
  const amount = (of: readonly ListRow[]) => ({ 本期应发金额: yuan(sum(of, signed)) });
  const body = longTownships.flatMap((township) => {
    const own = within(rows, township);
    return [...cells(longColumns, own), totalRow(longColumns, '小计', `共${own.length}笔`, amount(own))];
  });
  return [
    alone('2020年三季度农村低保发放名册', longColumns.length),
    headings(longColumns),
    ...body,
    totalRow(longColumns, '合计', `共${rows.length}笔`, amount(rows)),
  ];
}

/** Who stands on the long list, in its order. */
export const longTownships = ['清泉镇', '东岗乡', '双桥乡', '红星农场', '云岭林场'];

export function paymentListFiles({ list, misstated }: Books, folder: string): SampleFile[] {
  const short = within(list, '青松镇', '柳河镇');
  const long = longTownships.flatMap((township) => within(list, township));
  const urban = within(list, '城关街道');
  const stated = sum(urban, signed) + (misstated.get('urban-list')?.fen ?? 0);
  return [
    {
      path: `${folder}/2020年第三季度发放名册_青松柳河.csv`,
      grid: shortList(short),
      form: { encoding: 'utf-8-bom', delimiter: ',', newline: '\r\n' },
    },
    {
      path: `${folder}/2020年三季度发放名册_各乡镇农林场.txt`,
      grid: longList(long),
      form: { encoding: 'gb18030', delimiter: '\t', newline: '\r\n' },
    },
    {
      path: `${folder}/城市低保发放名册2020Q3.csv`,
      grid: [
        headings(urbanColumns),
        ...cells(urbanColumns, urban),
        totalRow(urbanColumns, '合计', `共${urban.length}户`, { '应发金额（元）': thousands(stated) }),
      ],
      form: { encoding: 'gb18030', delimiter: ',', newline: '\n' },
    },
  ];
}
