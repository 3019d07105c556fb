import type { Grid, SampleFile } from '../files/text-file.ts';
import type { BookRow } from '../world/rows.ts';
import { alone, type Columns, cells, empty, headings, shortYuan, sum, table, yuan } from './columns.ts';

/** A book row's monthly amount, both parts; garbage stays as it was typed. */
export const monthly = (row: BookRow): string => (typeof row.base === 'string' ? row.base : yuan(row.base + row.categoryAmount));

/** One row a person, every cell filled. */
export const personColumns: Columns<BookRow> = [
  ['序号', (_, index) => String(index + 1)],
  ['乡镇', (row) => row.township],
  ['村', (row) => row.village],
  ['户编号', (row) => row.householdId],
  ['低保证号', (row) => row.certificate],
  ['户主姓名', (row) => row.headName],
  ['户主身份证号', (row) => row.headId],
  ['姓名', (row) => row.name],
  ['身份证号', (row) => row.id],
  ['与户主关系', (row) => row.relation],
  ['是否保障对象', (row) => row.covered],
  ['保障人数', (row) => row.coveredCount],
  ['分类', (row) => row.category],
  ['户月保障金额（元）', monthly],
  ['起始保障年月', (row) => row.start],
  ['截止保障年月', (row) => row.end],
  ['状态', (row) => row.status],
  ['最近复核日期', (row) => row.reviewed],
  ['开户银行', (row) => row.bank],
  ['户名', (row) => row.accountName],
  ['银行账号', (row) => row.account],
  ['残疾等级', (row) => row.disability],
  ['备注', (row) => row.remark],
];

const ifHead = (cell: (row: BookRow) => string) => (row: BookRow) => (row.relation === '户主' ? cell(row) : '');

/** One row a person; what belongs to the household stands in its first row only. Two rows of headings. */
export const blankBelowHead: Columns<BookRow> = [
  ['序号', (_, index) => String(index + 1)],
  ['所属乡镇', ifHead((row) => row.township)],
  ['村(居)', ifHead((row) => row.village)],
  ['低保证编号', ifHead((row) => row.certificate)],
  ['户主', ifHead((row) => row.headName)],
  ['户主身份证号码', ifHead((row) => row.headId)],
  ['姓名', (row) => row.name],
  ['公民身份号码', (row) => row.id],
  ['家庭关系', (row) => row.relation],
  ['是否享受', (row) => row.covered],
  ['享受保障人数', ifHead((row) => row.coveredCount)],
  ['低保类别', ifHead((row) => row.category)],
  ['保障金', ifHead((row) => shortYuan(row.base))],
  ['分类施保金额', ifHead((row) => shortYuan(row.categoryAmount))],
  ['享受时间', ifHead((row) => row.start)],
  ['停保时间', ifHead((row) => row.end)],
  ['人员状态', ifHead((row) => row.status)],
  ['开户行', ifHead((row) => row.bank)],
  ['开户人', ifHead((row) => row.accountName)],
  ['一卡通账号', ifHead((row) => row.account)],
  ['说明', (row) => row.remark],
];

export const groupedHeadings = (columns: readonly string[], groups: readonly (readonly [string, number, number])[]): Grid => {
  const upper = [...columns];
  const lower = columns.map(() => '');
  for (const [group, from, to] of groups)
    for (let at = from; at <= to; at++) {
      lower[at] = columns[at] ?? '';
      upper[at] = at === from ? group : '';
    }
  return [upper, lower];
};

/** First and last column below each upper heading of the layout above. */
export const blankBelowHeadGroups = [
  ['人员信息', 6, 9],
  ['保障情况', 10, 13],
  ['发放账户', 17, 19],
] as const;

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 台账: one row a household, the members side by side. A row of the layout is the household's rows. */
export const wideColumns: Columns<readonly BookRow[]> = [
  ['登记时间', (rows) => `${first(rows).start}-01`],
  ['证件号码', (rows) => first(rows).certificate],
  ['户主姓名', (rows) => first(rows).headName],
  ['身份证号码', (rows) => first(rows).headId],
  empty('性别'),
  ['民族', () => '汉族'],
  ['乡(镇)', (rows) => first(rows).township],
  ['行政村', (rows) => first(rows).village],
  empty('家庭住址'),
  empty('邮编'),
  empty('家庭电话'),
  ['享受保障类别', () => '农村低保'],
  ['享受保障人数', (rows) => first(rows).coveredCount],
  empty('女性人数'),
  empty('残疾人数'),
  empty('三无人员'),
  empty('老年人'),
  empty('成年人'),
  empty('未成年人'),
  ['类别(ABC)', (rows) => `${first(rows).category}类`],
  ['月保障金', (rows) => monthly(first(rows))],
  empty('月收入'),
  empty('最低生活标准'),
  ['开户行', (rows) => first(rows).bank],
  ['银行账户名称', (rows) => first(rows).accountName],
  ['开户行账号', (rows) => first(rows).account],
  ['纳入时间', (rows) => first(rows).start],
  ['停保日期', (rows) => first(rows).end],
  ['在保状态', (rows) => first(rows).status],
  ...numerals.flatMap(
    (numeral, at): Columns<readonly BookRow[]> => [
      [`成员${numeral}姓名`, (rows) => rows[at + 1]?.name ?? ''],
      [`成员${numeral}身份证号`, (rows) => rows[at + 1]?.id ?? ''],
    ],
  ),
  ...['在职人员', '灵活就业', '登记失业', '在校生', '其他'].map(empty),
];

function first(rows: readonly BookRow[]): BookRow {
  const [row] = rows;
  if (!row) throw new Error('a household without rows');
  return row;
}

export function byHousehold(rows: readonly BookRow[]): readonly (readonly BookRow[])[] {
  const households = new Map<string, BookRow[]>();
  for (const row of rows) households.set(row.householdId, [...(households.get(row.householdId) ?? []), row]);
  return [...households.values()];
}

/** The farms keep their list in a program of their own and export it with bars. */
export const farmColumns: Columns<BookRow> = [
  ['家庭编号', (row) => row.householdId],
  ['救助证编号', (row) => row.certificate],
  ['申请人', (row) => row.headName],
  ['户主证件号码', (row) => row.headId],
  ['成员姓名', (row) => row.name],
  ['成员身份证号', (row) => row.id],
  ['关系', (row) => row.relation],
  ['是否低保', (row) => (row.covered === '是' ? '√' : '×')],
  ['保障人口', (row) => row.coveredCount],
  ['低保等级', (row) => row.category],
  ['月低保金', (row) => monthly(row)],
  ['乡镇(场)', (row) => row.township],
  ['村委会', (row) => row.village],
  ['卡号', (row) => row.account],
  ['账户名称', (row) => row.accountName],
  ['纳入日期', (row) => row.start.replace('-', '年') + '月'],
  ['退出时间', (row) => row.end],
  ['在保状态', (row) => (row.status === '在保' ? '享受' : row.status)],
  ['保障类别', () => '农村低保'],
];

/** The streets: no household number, and the area stands in the title only. */
export const urbanColumns: Columns<BookRow> = [
  ['街道', (row) => row.township],
  ['社区', (row) => row.village],
  ['低保证号码', (row) => row.certificate],
  ['低保户主', (row) => row.headName],
  ['户主身份证号', (row) => row.headId],
  ['家庭成员姓名', (row) => row.name],
  ['家庭成员身份证号', (row) => row.id],
  ['与户主关系', (row) => row.relation],
  ['保障人口数', (row) => row.coveredCount],
  ['动态管理类别', (row) => row.category],
  ['月补助金额（元）', (row) => monthly(row)],
  ['批准时间', (row) => row.start.replace('-', '.')],
  ['停保日期', (row) => row.end],
  ['账号', (row) => row.account],
  ['户名', (row) => row.accountName],
];

const within = (rows: readonly BookRow[], ...townships: string[]) => rows.filter((row) => townships.includes(row.township));

export const rosterTotal = (rows: readonly BookRow[], width: number): string[] => {
  const row = alone('合计', width);
  row[1] = `共${byHousehold(rows).length}户${sum(rows, ({ covered }) => (covered === '是' ? 1 : 0))}人`;
  return row;
};

/** The county's own book as five offices keep it. */
export function rosterFiles(rows: readonly BookRow[], folder: string, month: string): SampleFile[] {
  const full = within(rows, '青松镇', '柳河镇');
  const sparse = within(rows, '清泉镇', '东岗乡');
  const wide = within(rows, '双桥乡');
  const farms = within(rows, '红星农场', '云岭林场');
  const urban = within(rows, '城关街道', '河西社区工作站');
  const width = blankBelowHead.length;
  return [
    {
      path: `${folder}/农村低保台账_青松柳河.csv`,
      grid: [...table(personColumns, full, `示例县${month}农村低保台账`), rosterTotal(full, personColumns.length)],
      form: { encoding: 'utf-8-bom', delimiter: ',', newline: '\r\n' },
    },
    {
      path: `${folder}/农村低保花名册_清泉东岗.txt`,
      grid: [
        alone(`农村低保对象花名册（${month}）`, width),
        alone('制表单位：示例县低保管理中心', width),
        ...groupedHeadings(headings(blankBelowHead), blankBelowHeadGroups),
        ...cells(blankBelowHead, sparse),
        rosterTotal(sparse, width),
        alone('制表人：李某　　审核人：张某', width),
      ],
      form: { encoding: 'gb18030', delimiter: '\t', newline: '\r\n' },
    },
    {
      path: `${folder}/低保台账_双桥.csv`,
      grid: table(wideColumns, byHousehold(wide)),
      form: { encoding: 'gb18030', delimiter: ',', newline: '\r\n' },
    },
    {
      path: `${folder}/农林场低保.txt`,
      grid: table(farmColumns, farms),
      form: { encoding: 'utf-8', delimiter: '|', newline: '\n' },
    },
    {
      path: `${folder}/城市低保花名册.csv`,
      grid: table(urbanColumns, urban, `示例县${month}城市低保花名册`),
      form: { encoding: 'utf-8', delimiter: ',', newline: '\n' },
    },
  ];
}
