import type { Field, FieldKind } from '../../../schemas/sources/source.ts';
import { withoutSpaces } from '../../../schemas/values/blank-characters.ts';
import { type Cell, isErrorCell } from '../../../schemas/values/cell.ts';
import { isBeyondRow, type MoneyUnit, readMoney } from '../../../schemas/values/money.ts';
import { readText } from '../../../schemas/values/text.ts';

/** A cell as a clerk finds it in the file. */
export const cellText = (cell: Cell): string => (isErrorCell(cell) ? cell.error : (readText(cell) ?? ''));

const byKind: Readonly<Record<FieldKind, string>> = {
  text: '内容无法读取',
  key: '编号无法读取',
  id: '证件号无法读取',
  account: '账号无法读取',
  count: '不是非负整数',
  money: '金额无法识别',
  day: '日期无法识别',
  month: '月份无法识别',
  start: '日期或月份无法识别',
  end: '日期或月份无法识别',
  yes: '不是“是”或“否”',
  choice: '不在可识别的取值中',
};

/** An amount to the last digit, only finer than money is. */
const hasPartsOfFen = (cell: Cell): boolean =>
  (typeof cell === 'number' && !Number.isInteger(cell)) ||
  (typeof cell === 'string' && /^-?[\d,]+\.\d{3,}$/.test(withoutSpaces(cell.normalize('NFKC'))));

/** `unit`: of a column of money. */
export function unreadableReason(field: Field, cell: Cell, unit: MoneyUnit = '元'): string {
  if (isErrorCell(cell)) return `${cell.why ?? '单元格是错误值'}，${byKind[field.kind]}`;
  if (typeof cell === 'string' && cell.includes('\uFFFD')) return `含无法解码的字符，${byKind[field.kind]}`;
  if (field.kind === 'money' && hasPartsOfFen(cell)) return '有不足一分的小数，请核对金额和单位';
  if (field.kind === 'money' && isBeyondRow(readMoney(cell, unit))) return '金额达到一百亿元，请核对数字和单位';
  if (field.kind === 'choice' && field.words !== undefined) return `${byKind.choice}（${Object.keys(field.words).join('、')}）`;
  return byKind[field.kind];
}

export const blankReason = '必填项为空';
export const negativeReason = '正常或补发的金额为负数';
export const namelessReason = '成员有证件号而没有姓名';
export const shortReason = (cells: number): string => `本行只有 ${cells} 列，缺少必填的列`;
