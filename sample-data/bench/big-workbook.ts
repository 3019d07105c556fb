import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SampleWorkbook, SheetCell } from '../generator/files/sheet.ts';
import { xlsxBytes } from '../generator/files/xlsx.ts';
import { benchHousehold, townshipName, villageName } from './bench-people.ts';

const rows = 100_000;
const headings = [
  ...['序号', '乡镇', '村', '户编号', '低保证号', '户主姓名', '户主身份证号', '姓名', '身份证号', '与户主关系'],
  ...['是否保障对象', '保障人数', '分类', '月保障金额', '起始保障年月', '截止保障年月', '状态', '户名', '银行账号', '备注'],
];

/** A roster of 100,000 rows and 20 columns as one sheet. */
export function writeBigWorkbook(path: string, form: SampleWorkbook['form']): number {
  const cells: SheetCell[][] = [headings];
  for (let index = 0; cells.length <= rows; index++) cells.push(...householdRows(index, cells.length));
  const sheet = { name: '农村低保', rows: cells.slice(0, rows + 1), merges: [] };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, xlsxBytes({ path, form, sheets: [sheet] }));
  return rows;
}

function householdRows(index: number, first: number): SheetCell[][] {
  const household = benchHousehold(index, 20);
  const head = household.people[0]!;
  return household.people.map((person, at) => [
    { number: first + at },
    townshipName(household.township),
    villageName(household.village),
    '230123' + String(1_000_000 + index),
    '示农低' + String(100_000 + index),
    head.name,
    head.id,
    person.name,
    person.id,
    person.relation,
    '是',
    { number: household.people.length },
    household.category,
    { number: household.monthly },
    household.start,
    '2030-12',
    '在保',
    head.name,
    household.account,
    '无',
  ]);
}
