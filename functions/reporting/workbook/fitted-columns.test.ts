import { describe, expect, it } from 'vitest';
import { fittedColumns, numberWidth } from './fitted-columns.ts';
import type { TableColumn } from './table-row.ts';

const text = (heading: string, more: Partial<TableColumn<string>> = {}): TableColumn<string> => ({
  heading,
  width: 21,
  fit: [6, 24],
  style: 'text',
  value: (row) => row,
  ...more,
});

const widths = (columns: readonly TableColumn<string>[], rows: readonly string[], all: boolean) =>
  fittedColumns(columns, rows, all).map(({ width }) => width);

describe('a fitted column', () => {
  it('shows its longest text on one line', () => {
    expect(widths([text('户编号')], ['230123001', '2301230040010933'], true)).toEqual([18]);
    expect(widths([text('村')], ['第二管理区'], true)).toEqual([12]);
  });

  it('is never narrower than its heading on two lines, nor wider than its most', () => {
    expect(widths([text('系统月保障金额')], [''], true)).toEqual([10]);
    expect(widths([text('说明')], ['很'.repeat(40)], true)).toEqual([24]);
  });

  it('may fold words, but no number', () => {
    const column = text('实为', { fit: [6, 30], folds: 14 });
    expect(widths([column], ['户内有人享受农村低保'], true)).toEqual([16]);
    expect(widths([column], ['姓名和住址相同，证件号为230123196001010014'], true)).toEqual([20]);
  });

  it('has its own width at least where further rows may hold longer texts', () => {
    expect(widths([text('户编号')], ['230123001'], false)).toEqual([21]);
  });

  it('shows a sum above it with the commas of thousands', () => {
    const yuan = text('应发（元）', { style: 'amount', summed: true, fit: [6, 30], value: () => 123456.5 });
    expect(widths([yuan], Array.from({ length: 20 }, String), true)).toEqual([16]);
  });

  it('leaves the rest of the page to the columns with a share, and not more than their most', () => {
    const columns = [text('身份证号', { fit: [20, 24] }), text('说明', { width: 40, fit: [40, 70], share: 1 })];
    expect(widths(columns, ['1'.repeat(18)], true)).toEqual([20, 70]);
    const many = Array.from({ length: 8 }, () => columns[0]!);
    expect(widths([...many, columns[1]!], ['1'.repeat(18)], true).at(-1)).toBe(56);
  });

  it('takes from the columns with a share what the page lacks, down to their least', () => {
    const id = text('身份证号', { fit: [20, 24] });
    const note = text('说明', { width: 40, fit: [30, 70], share: 1 });
    expect(widths([...Array.from({ length: 9 }, () => id), note], ['1'.repeat(18)], true).at(-1)).toBe(36);
    expect(widths([...Array.from({ length: 12 }, () => id), note], ['1'.repeat(18)], true).at(-1)).toBe(30);
  });
});

describe('the width of a number', () => {
  it.each([
    [0, true, '0.00'],
    [1234.5, true, '1,234.50'],
    [-1234567, true, '-1,234,567.00'],
    [-12, false, '-12'],
  ])('%d is shown as long as %s', (value, inYuan, shown) => {
    expect(numberWidth(value, inYuan)).toBe(shown.length);
  });
});
