import { expect, test } from 'vitest';
import { MemoryFiles } from '../memory-files.ts';
import { type TableLayout, TableSheet } from '../workbook/table-sheet.ts';
import { Workbook } from '../workbook/workbook.ts';
import { countWorkbook } from './written-workbook.ts';

const columns = 28;
const summed: TableLayout<number> = {
  title: '逐户',
  note: '说明',
  place: 1,
  frozenColumns: 1,
  columns: Array.from({ length: columns }, (_, column) => ({
    heading: `第${column}列`,
    width: 12,
    style: 'amount' as const,
    // B, and AB, which begins like A.
    value: (row: number) => (column === 1 ? row + 0.01 : column === 27 && row % 2 === 0 ? -row : undefined),
  })),
};

test('rows and money columns of a sheet are counted across all the chunks that it is unpacked in', async () => {
  const files = new MemoryFiles();
  const sink = files.create('report.xlsx');
  const workbook = await Workbook.start(sink, '表', 0);
  const sheet = new TableSheet(workbook, summed, {});
  const rows = 3000;
  for (let row = 1; row <= rows; row += 1) await sheet.add(row);
  await sheet.finish(true);
  await workbook.finish();
  await sink.close();

  const { sheets, whole } = await countWorkbook(files, { 逐户: ['A', 'B', 'AB'] });
  const ofB = (rows * (rows + 1) * 100) / 2 + rows;
  const ofEven = ((rows / 2) * (rows / 2 + 1) * 2 * 100) / 2;
  expect(whole).toBe(true);
  expect(sheets).toEqual([{ name: '逐户', rows, sums: [0, ofB, -ofEven] }]);
});
