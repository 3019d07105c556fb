import { biff8Bytes } from './biff8.ts';
import { htmlBytes } from './html-page.ts';
import type { SampleWorkbook } from './sheet.ts';
import { xlsxBytes } from './xlsx.ts';

export function workbookBytes(workbook: SampleWorkbook): Uint8Array {
  if (workbook.form === 'biff8') return biff8Bytes(workbook);
  return workbook.form.startsWith('html') ? htmlBytes(workbook) : xlsxBytes(workbook);
}
