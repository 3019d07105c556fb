import type { SampleFile } from '../files/text-file.ts';
import type { DeathRow, DestituteRow } from '../world/rows.ts';
import { type Columns, empty, table } from './columns.ts';

export const destituteColumns: Columns<DestituteRow> = [
  ['序号', (_, index) => String(index + 1)],
  ['属地', (row) => row.township],
  ['行政村', (row) => row.village],
  ['姓名', (row) => row.name],
  ['身份证号', (row) => row.id],
  ['供养方式', (row) => `${row.supportMode}供养`],
  ['城乡类别', (row) => row.area],
  ['起始保障年月', (row) => row.start],
  ['截止保障年月', (row) => row.end],
  ['状态', (row) => row.status],
  // Somebody else, who is never assisted by being named here.
  ['照料人姓名', (row) => row.carer],
  empty('照料人身份证号'),
];

export const deathColumns: Columns<DeathRow> = [
  ['所属行政区划', () => '示例县'],
  ['姓名', (row) => row.name],
  ['身份证件号码', (row) => row.id],
  ['去世日期', (row) => row.died],
  ['火化时间', (row) => row.cremated],
  ['殡仪馆', (row) => (row.cremated === '' ? '' : '示例县殡仪馆')],
];

/** The funeral home's own book. */
export const funeralColumns: Columns<DeathRow> = [
  ['死者姓名', (row) => row.name],
  ['身份证号码', (row) => row.id],
  ['死亡时间', (row) => row.died.replaceAll('-', '/')],
  ['火化时间', (row) => row.cremated.replaceAll('-', '/')],
];

export const destituteFile = (rows: readonly DestituteRow[], folder: string): SampleFile => ({
  path: `${folder}/特困人员名册.csv`,
  grid: table(destituteColumns, rows, '示例县农村特困人员名册（2020年6月）'),
  form: { encoding: 'gb18030', delimiter: ',', newline: '\r\n' },
});

/** One file in the source's folder, and what the funeral home sent put directly into the period's. */
export const deathFiles = (rows: readonly DeathRow[], folder: string, periodFolder: string): SampleFile[] => [
  {
    path: `${folder}/死亡注销名单.txt`,
    grid: table(
      deathColumns,
      rows.filter(({ cremated }) => cremated === ''),
    ),
    form: { encoding: 'gb18030', delimiter: '\t', newline: '\r\n' },
  },
  {
    path: `${periodFolder}/殡仪馆火化登记.csv`,
    grid: table(
      funeralColumns,
      rows.filter(({ cremated }) => cremated !== ''),
    ),
    form: { encoding: 'utf-8', delimiter: ',', newline: '\n' },
  },
];
