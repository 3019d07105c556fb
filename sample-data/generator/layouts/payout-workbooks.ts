import type { SampleWorkbook, Sheet } from '../files/sheet.ts';
import type { BankFile, Books, ListRow } from '../world/rows.ts';
import * as bank from './bank.ts';
import { sum, thousands, yuan } from './columns.ts';
import { longColumns, longTownships, shortColumns, signed, totalRow, urbanColumns } from './payment-list.ts';
import { sheetOf } from './sheets.ts';

const within = (rows: readonly ListRow[], ...townships: string[]) => rows.filter(({ township }) => townships.includes(township));

export function paymentListWorkbooks({ list, misstated }: Books, folder: string): SampleWorkbook[] {
  const short = within(list, '青松镇', '柳河镇');
  const urban = within(list, '城关街道');
  const stated = sum(urban, signed) + (misstated.get('urban-list')?.fen ?? 0);
  return [
    {
      path: `${folder}/2020年第三季度发放名册_青松柳河.xlsx`,
      form: 'inline-strings',
      sheets: [shortSheet(short)],
    },
    {
      path: `${folder}/2020年三季度发放名册_各乡镇农林场.xlsx`,
      form: 'shared-strings',
      sheets: longTownships.map((township) => longSheet(within(list, township), township)),
    },
    {
      path: `${folder}/城市低保发放名册2020Q3.xls`,
      form: 'biff8',
      sheets: [
        sheetOf('名册', urbanColumns, urban, {
          numbers: ['应发金额（元）'],
          below: [totalRow(urbanColumns, '合计', `共${urban.length}户`, { '应发金额（元）': thousands(stated) })],
        }),
      ],
    },
  ];
}

const amounts = ['保障金（元）', '分类施保金（元）', '发放合计（元）'];

const shortSheet = (rows: readonly ListRow[]): Sheet =>
  sheetOf('名册', shortColumns, rows, {
    titles: ['2020年第三季度农村低保金发放名册', '制表单位：示例县民政局', '日期：2020年7月1日'],
    numbers: amounts,
    below: [totalRow(shortColumns, '合计', `共${rows.length}户`, { '发放合计（元）': yuan(sum(rows, signed)) })],
  });

const longSheet = (rows: readonly ListRow[], township: string): Sheet =>
  sheetOf(township, longColumns, rows, {
    titles: ['2020年三季度农村低保发放名册'],
    numbers: ['月保障金额', '保障金额', '分类施保金额', '其他专项补贴金', '本期应发金额'],
    below: [totalRow(longColumns, '合计', `共${rows.length}笔`, { 本期应发金额: yuan(sum(rows, signed)) })],
  });

/** The banks' files as workbooks, save the post bank's: its layout without headings is text. */
export function bankWorkbooks({ bank: rows, misstated }: Books, folder: string): SampleWorkbook[] {
  const of = (file: BankFile) => rows.filter((row) => row.file === file);
  const creditUnion = (name: string, file: BankFile): SampleWorkbook => ({
    path: `${folder}/${name}.xlsx`,
    form: 'inline-strings',
    sheets: [
      sheetOf('回盘', bank.creditUnionColumns, of(file), {
        titles: ['代发业务回盘文件'],
        numbers: ['金额(元)', '实处理金额(元)'],
        below: [bank.creditUnionTotal(of(file), misstated.get(file) ?? {})],
      }),
    ],
  });
  const agricultural = (name: string, file: BankFile, form: SampleWorkbook['form']): SampleWorkbook => ({
    path: `${folder}/${name}`,
    form,
    sheets: [
      sheetOf('回单', bank.agriculturalColumns, of(file), {
        numbers: ['代发金额'],
        days: ['入账日期'],
        below: [bank.agriculturalTotal(of(file))],
      }),
    ],
  });
  return [
    creditUnion('信用社回盘_第一批', 'first'),
    {
      path: `${folder}/信用社回盘_20200707.xls`,
      form: 'biff8',
      sheets: [
        sheetOf('Sheet1', bank.branchColumns, of('second'), {
          numbers: ['应处理金额（分）'],
          below: [bank.branchTotal(of('second'))],
        }),
      ],
    },
    agricultural('农行代发回单_第一批.xls', 'farm', 'html-gb18030'),
    agricultural('农行代发回单_第二批.xlsx', 'late', 'shared-strings'),
    creditUnion('信用社补发回盘', 'reissued'),
    creditUnion('信用社重发回盘', 'excused'),
  ];
}
