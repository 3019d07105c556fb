import { sources } from '../../../schemas/sources/sources.ts';
import { dayText } from '../../../schemas/values/day.ts';
import type { Report } from '../report.ts';
import type { CellValue } from '../workbook/cells.ts';
import type { GridColumn, GridSheet } from '../workbook/grid-sheet.ts';

/** Every input file with its 数据时点 and hash, and the proof that no row of it went missing. */
export function writeRowProof(page: GridSheet, { reading }: Report, number: string): void {
  page.section(`${number}、数据来源与行数核对（读取 = 采用 + 退回）`);
  const columns: GridColumn[] = [
    { heading: '来源', style: 'text' },
    { heading: '文件', style: 'text', span: 4 },
    { heading: '数据时点', style: 'centered', span: 2 },
    { heading: '读取行数', style: 'whole' },
    { heading: '采用行数', style: 'whole' },
    { heading: '退回行数', style: 'whole' },
    { heading: '采用中被替代', style: 'whole' },
    { heading: '差（应为0）', style: 'whole' },
    { heading: 'SHA-256', style: 'hash', span: page.rest(12) },
  ];
  const counts = ['H', 'I', 'J', 'K'] as const;
  const start = page.row + 2;
  const rows = reading.files.map(({ source, file, dataDay, rows, sha256 }, at): CellValue[] => {
    const row = start + at;
    const difference = { formula: `H${row}-I${row}-J${row}`, value: rows.read - rows.accepted - rows.rejected };
    const day = dataDay === undefined ? '—' : dayText(dataDay);
    return [sources[source].name, file, day, rows.read, rows.accepted, rows.rejected, rows.superseded, difference, sha256];
  });
  const { first, last } = page.table(columns, rows);
  if (rows.length > 0) {
    const sum = (letter: string, at: number): CellValue => ({
      formula: `SUM(${letter}${first}:${letter}${last})`,
      value: reading.files.reduce(
        (total, { rows: each }) => total + [each.read, each.accepted, each.rejected, each.superseded][at]!,
        0,
      ),
    });
    const lost = reading.files.reduce((total, { rows: each }) => total + each.read - each.accepted - each.rejected, 0);
    page.line([
      { value: '合计', style: 'totalText', span: 7 },
      ...counts.map((letter, at) => ({ value: sum(letter, at), style: 'totalWhole' as const })),
      { value: { formula: `SUM(L${first}:L${last})`, value: lost }, style: 'totalWhole' },
      { value: undefined, style: 'totalText', span: page.rest(12) },
    ]);
  }
  const unread = reading.unusedSources.map((source) => sources[source].name);
  if (unread.length > 0) page.text(`本次比对不使用、未读取的来源：${unread.join('、')}。`, 'note');
  if (reading.skippedFiles > 0) page.text(`按文件名略过 ${reading.skippedFiles} 个文件（临时文件、系统文件等）。`, 'note');
}
