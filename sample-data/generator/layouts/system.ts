import type { SampleFile } from '../files/text-file.ts';
import type { BookRow } from '../world/rows.ts';
import { type Columns, empty, table, yuan } from './columns.ts';
import { monthly } from './roster.ts';

/** The provincial system's person list, as far as its layout is known. */
export const ruralColumns: Columns<BookRow> = [
  ['地区', (row) => row.township],
  ['村(社区)', (row) => row.village],
  ['家庭主键', (row) => row.householdId],
  ['低保证号', (row) => row.certificate],
  ['户主姓名', (row) => row.headName],
  ['户主身份证号', (row) => row.headId],
  ['姓名', (row) => row.name],
  empty('性别'),
  ['民族', () => '汉族'],
  ['身份证号', (row) => row.id],
  ['与户主关系', (row) => row.relation],
  ['人员状态', (row) => (row.status === '在保' ? '正常' : row.status)],
  ['是否保障对象', (row) => row.covered],
  ['保障人口数', (row) => row.coveredCount],
  ['救助类型', (row) => row.programme],
  ['低保类别', (row) => row.category],
  ['户月保障金额（元）', monthly],
  ['分类施保金（元）', (row) => yuan(row.categoryAmount)],
  ['起始保障年月', (row) => row.start],
  ['截止保障年月', (row) => row.end],
  ['建档立卡标识', (row) => row.mark],
  ['开户银行', (row) => row.bank],
  ['账户名称', (row) => row.accountName],
  ['银行账号', (row) => row.account],
  ['受理日期', (row) => `${row.start}-02`],
  ['审批日期', (row) => `${row.start}-25`],
  ['审批结果', () => '同意'],
  ['是否入户', () => '是'],
];

/** The county's own query for the town. Its heading for the mark is known to the county profile only. */
export const townColumns: Columns<BookRow> = [
  ['街镇', (row) => row.township],
  ['居委会', (row) => row.village],
  ['家庭ID', (row) => row.householdId],
  ['低保证号', (row) => row.certificate],
  ['户主', (row) => row.headName],
  ['户主证件号码', (row) => row.headId],
  ['姓名', (row) => row.name],
  ['证件号', (row) => row.id],
  ['关系', (row) => row.relation],
  ['是否低保', (row) => row.covered],
  ['保障人数', (row) => row.coveredCount],
  ['业务类型', (row) => row.programme],
  ['分类', (row) => row.category],
  ['月保障金额', monthly],
  ['享受起始日期', (row) => `${row.start}-01`],
  ['停保日期', (row) => row.end],
  ['状态', (row) => row.status],
  ['建档标志', (row) => (row.mark === '是' ? 'Y' : 'N')],
  ['户名', (row) => row.accountName],
  ['账号', (row) => row.account],
];

export const destituteColumns: Columns<BookRow> = [
  ['乡镇', (row) => row.township],
  ['村', (row) => row.village],
  ['户编号', (row) => row.householdId],
  ['低保(特困)证号', (row) => row.certificate],
  ['户主姓名', (row) => row.headName],
  ['姓名', (row) => row.name],
  ['身份证号', (row) => row.id],
  ['与户主关系', (row) => row.relation],
  ['救助对象类别', () => '农村特困'],
  ['救助金额', monthly],
  ['起始保障年月', (row) => row.start],
  ['状态', (row) => row.status],
  ['是否建档立卡', (row) => (row.mark === '是' ? '1' : '0')],
];

export function systemFiles(rows: readonly BookRow[], folder: string): SampleFile[] {
  const of = (programme: BookRow['programme']) => rows.filter((row) => row.programme === programme);
  return [
    {
      path: `${folder}/救助系统导出_农村低保.csv`,
      grid: table(ruralColumns, of('农村低保')),
      form: { encoding: 'utf-8-bom', delimiter: ',', newline: '\r\n' },
    },
    {
      path: `${folder}/救助系统导出_城市低保.txt`,
      grid: table(townColumns, of('城市低保')),
      form: { encoding: 'gb18030', delimiter: '\t', newline: '\r\n' },
    },
    {
      path: `${folder}/救助系统导出_特困.csv`,
      grid: table(destituteColumns, of('特困')),
      form: { encoding: 'gb18030', delimiter: ',', newline: '\r\n' },
    },
  ];
}
