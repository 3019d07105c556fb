import { type CellObject, utils, write } from '@e965/xlsx';
import { excelDay, type SampleWorkbook, type SheetCell } from './sheet.ts';

/** The workbook as Excel 97 and WPS (`.et`) save it. */
export function biff8Bytes({ sheets }: SampleWorkbook): Uint8Array {
  const book = utils.book_new();
  for (const { name, rows, merges } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((cells) => cells.map(biffCell)));
    sheet['!merges'] = merges.map(({ top, left, bottom, right }) => ({ s: { r: top, c: left }, e: { r: bottom, c: right } }));
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { bookType: 'biff8', type: 'buffer' });
}

function biffCell(cell: SheetCell): CellObject | null {
  if (cell === '') return null;
  if (typeof cell === 'string') return { t: 's', v: cell };
  return 'day' in cell ? { t: 'n', v: excelDay(cell.day), z: 'yyyy/m/d' } : { t: 'n', v: cell.number };
}
