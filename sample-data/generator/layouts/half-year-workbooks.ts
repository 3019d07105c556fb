import type { Merge, SampleWorkbook, Sheet, SheetCell } from '../files/sheet.ts';
import type { BookRow, Books, RegistrationFile } from '../world/rows.ts';
import { alone, type Columns, cells, headings } from './columns.ts';
import { deathColumns, destituteColumns, funeralColumns } from './other-registers.ts';
import { exportColumns, monitoredColumns, olderColumns } from './registration.ts';
import {
  blankBelowHead,
  blankBelowHeadGroups,
  byHousehold,
  farmColumns,
  groupedHeadings,
  personColumns,
  rosterTotal,
  urbanColumns,
  wideColumns,
} from './roster.ts';
import { mergedDown, sheetOf, typedCells } from './sheets.ts';
import * as system from './system.ts';

const within = (rows: readonly BookRow[], ...townships: string[]) => rows.filter((row) => townships.includes(row.township));

/** The county's book in workbooks: the five offices keep the columns that they have in text. */
export function rosterWorkbooks(rows: readonly BookRow[], folder: string, month: string): SampleWorkbook[] {
  return [
    {
      path: `${folder}/农村低保台账_青松柳河.xlsx`,
      form: 'inline-strings',
      sheets: [...['青松镇', '柳河镇'].map((township) => townshipSheet(within(rows, township), township, month)), dictionary],
    },
    {
      path: `${folder}/农村低保花名册_清泉东岗.xlsx`,
      form: 'shared-strings',
      sheets: ['清泉镇', '东岗乡'].map((township) => mergedSheet(within(rows, township), township, month)),
    },
    {
      path: `${folder}/低保台账_双桥.xls`,
      form: 'biff8',
      sheets: [sheetOf('台账', wideColumns, byHousehold(within(rows, '双桥乡')), { numbers: ['月保障金', '享受保障人数'] })],
    },
    {
      path: `${folder}/农林场低保.xls`,
      form: 'html-utf-8',
      sheets: [sheetOf('农林场', farmColumns, within(rows, '红星农场', '云岭林场'))],
    },
    {
      path: `${folder}/城市低保花名册.xlsx`,
      form: 'shared-strings',
      sheets: [
        { name: '填表说明', rows: [['本表由各街道、社区工作站填报'], ['每月25日前报送县低保管理中心']], merges: [] },
        ...['城关街道', '河西社区工作站'].map((street) =>
          sheetOf(street, urbanColumns, within(rows, street), {
            titles: [`示例县${month}城市低保花名册`],
            numbers: ['月补助金额（元）'],
          }),
        ),
      ],
    },
  ];
}

/** The list behind a drop-down: hidden, and nobody's data. */
const dictionary: Sheet = { name: '字典', rows: [['与户主关系'], ['户主'], ['配偶'], ['子']], merges: [], hidden: true };

/** An id of which the spreadsheet kept 15 digits stands there as a number. */
const lostDigits = (cell: SheetCell): SheetCell =>
  typeof cell === 'string' && /^\d{15}000$/.test(cell) ? { number: Number(cell) } : cell;

function townshipSheet(rows: readonly BookRow[], township: string, month: string): Sheet {
  const sheet = sheetOf(township, personColumns, rows, {
    titles: [`示例县${month}农村低保台账`],
    numbers: ['序号', '保障人数', '户月保障金额（元）'],
    days: ['最近复核日期'],
    below: [rosterTotal(rows, personColumns.length)],
  });
  return { ...sheet, rows: sheet.rows.map((cells) => cells.map(lostDigits)) };
}

/** Two rows of headings, the upper ones merged; what belongs to the household is one cell merged over its rows. */
function mergedSheet(rows: readonly BookRow[], township: string, month: string): Sheet {
  const names = headings(blankBelowHead);
  const width = names.length;
  const typed = typedCells(names, { numbers: ['享受保障人数', '保障金', '分类施保金额'] });
  const first = 3;
  const starts = rows.flatMap((row, at) => (row.relation === '户主' ? [first + at] : []));
  const ofHousehold = names.map((_, at) => at).filter((at) => (at >= 1 && at <= 5) || (at >= 10 && at <= 19));
  return {
    name: township,
    rows: [
      alone(`农村低保对象花名册（${month}）`, width),
      ...groupedHeadings(names, blankBelowHeadGroups),
      ...cells(blankBelowHead, rows).map((row) => row.map(typed)),
      rosterTotal(rows, width),
      alone('制表人：李某　　审核人：张某', width),
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: width - 1 },
      ...headingMerges(width),
      ...ofHousehold.flatMap((column) => mergedDown(column, starts, first + rows.length)),
    ],
  };
}

function headingMerges(width: number): Merge[] {
  const grouped = new Set<number>();
  const across = blankBelowHeadGroups.map(([, left, right]) => {
    for (let at = left; at <= right; at++) grouped.add(at);
    return { top: 1, left, bottom: 1, right };
  });
  const down = Array.from({ length: width }, (_, at) => at)
    .filter((at) => !grouped.has(at))
    .map((at) => ({ top: 1, left: at, bottom: 2, right: at }));
  return [...across, ...down];
}

/** One workbook with a sheet a programme, each in a layout of its own. */
export function systemWorkbook(rows: readonly BookRow[], folder: string): SampleWorkbook {
  const of = (programme: BookRow['programme']) => rows.filter((row) => row.programme === programme);
  const typed = { days: ['受理日期', '审批日期'] };
  return {
    path: `${folder}/救助系统导出.xlsx`,
    form: 'shared-strings',
    sheets: [
      sheetOf('农村低保', system.ruralColumns, of('农村低保'), { ...typed, numbers: ['户月保障金额（元）', '分类施保金（元）'] }),
      sheetOf('城市低保', system.townColumns, of('城市低保'), { days: ['享受起始日期'], numbers: ['月保障金额'] }),
      sheetOf('特困', system.destituteColumns, of('特困'), { numbers: ['救助金额'] }),
    ],
  };
}

export function registrationWorkbooks(registration: Books['registration'], folder: string): SampleWorkbook[] {
  const of = (file: RegistrationFile) => registration.filter((entry) => entry.file === file).map(({ row }) => row);
  const one = <Row>(path: string, form: SampleWorkbook['form'], columns: Columns<Row>, rows: readonly Row[], income: string) => ({
    path: `${folder}/${path}`,
    form,
    sheets: [sheetOf('Sheet1', columns, rows, { numbers: [income] })],
  });
  return [
    one('2014-2018年已脱贫人口.xlsx', 'inline-strings', exportColumns, of('exited-earlier'), '人均纯收入（元）'),
    one('2019年已脱贫人口.et', 'biff8', olderColumns, of('exited-2019'), '家庭年人均纯收入'),
    one('未脱贫及返贫人口.xls', 'html-gb18030', exportColumns, of('poor'), ''),
    one('监测对象和边缘户.xlsx', 'inline-strings', monitoredColumns, of('monitored'), '年人均纯收入'),
  ];
}

export function otherWorkbooks({ destitute, deaths }: Books, folder: string): SampleWorkbook[] {
  return [
    {
      path: `${folder}/destitute-roster/特困人员名册.xls`,
      form: 'biff8',
      sheets: [sheetOf('特困', destituteColumns, destitute, { titles: ['示例县农村特困人员名册（2020年6月）'] })],
    },
    ...deathWorkbooks(deaths, folder),
  ];
}

export function deathWorkbooks(deaths: Books['deaths'], folder: string): SampleWorkbook[] {
  return [
    {
      path: `${folder}/death-register/死亡注销名单.xls`,
      form: 'biff8',
      sheets: [
        sheetOf(
          '注销',
          deathColumns,
          deaths.filter(({ cremated }) => cremated === ''),
          { days: ['去世日期'] },
        ),
      ],
    },
    {
      path: `${folder}/殡仪馆火化登记.xlsx`,
      form: 'inline-strings',
      sheets: [
        sheetOf(
          '火化',
          funeralColumns,
          deaths.filter(({ cremated }) => cremated !== ''),
          { days: ['死亡时间', '火化时间'] },
        ),
      ],
    },
  ];
}
